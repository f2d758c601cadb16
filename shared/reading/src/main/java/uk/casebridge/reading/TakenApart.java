package uk.casebridge.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;

/** How the reading process is asked to take a bundle apart, and how it answers. */
final class TakenApart {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TakenApart() {}

    static String request(Path file, Bundle bundle, Path folder) {
        return JSON.createObjectNode()
                .put("file", file.toAbsolutePath().toString())
                .put("folder", folder.toAbsolutePath().toString())
                .set("bundle", BundleJson.tree(bundle))
                .toString();
    }

    static String answer(Optional<Failure> failure) {
        return failure.map(why ->
                        JSON.createObjectNode().put("code", why.code().code()).put("detail", why.detail()))
                .orElseGet(JSON::createObjectNode)
                .toString();
    }

    static Optional<Failure> failure(String answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            return json.has("code")
                    ? Optional.of(new Failure(
                            FailureCode.ofCode(json.path("code").asText()),
                            json.path("detail").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the answer of the reading process", e);
        }
    }
}
