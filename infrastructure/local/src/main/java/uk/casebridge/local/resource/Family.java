package uk.casebridge.local.resource;

import java.util.Map;
import java.util.Set;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resource;

/** A family of resource types that are made the same way. */
public interface Family {

    /** The CloudFormation types it makes. */
    Set<String> types();

    /** The properties of a type that are not honoured locally, as dotted paths, each with the reason. */
    Map<String, String> ignored(String type);

    Made make(Resource resource, Properties properties);
}
