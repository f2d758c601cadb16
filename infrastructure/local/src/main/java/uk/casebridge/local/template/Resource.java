package uk.casebridge.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One resource of a template, its properties not yet resolved.
 *
 * @param stack the stack it belongs to
 * @param id its logical id
 * @param type its CloudFormation type, such as {@code AWS::SQS::Queue}
 * @param properties its properties as written
 * @param metadata its metadata, in which the CDK notes the path of a function's asset
 * @param condition the condition under which it exists, if any
 */
public record Resource(
        String stack, String id, String type, JsonNode properties, JsonNode metadata, Optional<String> condition) {

    @Override
    public String toString() {
        return stack + "/" + id + " (" + type + ")";
    }
}
