package uk.casebridge.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** What a template may refer to beyond itself: its resources once made, and what other stacks export. */
public interface References {

    /** What {@code Ref} of a resource gives. */
    String ref(String stack, String id);

    /** What {@code Fn::GetAtt} gives. */
    JsonNode attribute(String stack, String id, String attribute);

    /** What {@code Fn::ImportValue} gives. */
    JsonNode exported(String name);
}
