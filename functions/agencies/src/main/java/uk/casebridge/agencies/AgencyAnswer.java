package uk.casebridge.agencies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;

/**
 * What an agency is answered.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body JSON, or empty
 */
record AgencyAnswer(int status, Map<String, String> headers, String body) {

    static AgencyAnswer ok(ObjectNode body) {
        return new AgencyAnswer(
                200, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), body.toString());
    }

    static AgencyAnswer seeOther(URI link) {
        return new AgencyAnswer(303, Map.of("Location", link.toString(), "Cache-Control", "no-store"), "");
    }

    /** A problem as RFC 9457 lays it down, with a stable code. */
    static AgencyAnswer of(Problem problem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "urn:casebridge:problem:" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("code", problem.code());
        return new AgencyAnswer(
                problem.status(),
                Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store"),
                body.toString());
    }
}
