package uk.casebridge.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the operator API.
 *
 * @param client the client id of the caller's token
 * @param who whom the timeline names: the user, else the client
 * @param method the HTTP method
 * @param path what follows {@code /api/operator/}, cut at the slashes and decoded
 * @param query the query's values by name
 * @param body the body, empty where there is none
 */
record OperatorCall(
        String client, String who, String method, List<String> path, Map<String, String> query, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    OperatorCall {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** @throws OperatorProblem if the query lacks it */
    String required(String name) {
        return asked(name).orElseThrow(() -> OperatorProblem.badRequest("The query needs " + name + "."));
    }

    /** @throws OperatorProblem if the body is not a JSON object */
    JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw OperatorProblem.badRequest("The body is not JSON.");
        }
        throw OperatorProblem.badRequest("The body is not a JSON object.");
    }

    /** @throws OperatorProblem if the body has no such text */
    String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> OperatorProblem.badRequest("The body needs a text named " + name + "."));
    }

    Optional<String> optionalText(String name) {
        JsonNode value = json().path(name);
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }
}
