package uk.casebridge.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a call is answered with.
 *
 * @param status the HTTP status
 * @param mediaType what the body is
 * @param body the body
 */
record OperatorAnswer(int status, String mediaType, ObjectNode body) {

    static OperatorAnswer json(int status, ObjectNode body) {
        return new OperatorAnswer(status, "application/json", body);
    }

    static OperatorAnswer problem(OperatorProblem problem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "urn:casebridge:problem:" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("code", problem.code());
        return new OperatorAnswer(problem.status(), "application/problem+json", body);
    }
}
