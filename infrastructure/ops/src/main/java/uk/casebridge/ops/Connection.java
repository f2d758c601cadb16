package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where Casebridge is and as whom to speak to it.
 *
 * @param api address of the HTTP API, without a path
 * @param tokenEndpoint where a token is had for the client's id and secret
 * @param clientId the operator client
 * @param clientSecret its secret
 */
record Connection(URI api, URI tokenEndpoint, String clientId, String clientSecret) {

    /** From CASEBRIDGE_API and its companions where they are set, else from what the running local house wrote down. */
    static Connection find(Map<String, String> environment, Path root) throws NotReachedException {
        String api = environment.get("CASEBRIDGE_API");
        if (api != null) {
            return new Connection(
                    URI.create(api),
                    URI.create(needed(environment, "CASEBRIDGE_TOKEN_ENDPOINT")),
                    needed(environment, "CASEBRIDGE_CLIENT_ID"),
                    needed(environment, "CASEBRIDGE_CLIENT_SECRET"));
        }
        JsonNode house = house(root);
        JsonNode operator = house.path("clients").path("operator");
        return new Connection(
                URI.create(house.path("api").asText()),
                URI.create(house.path("tokenEndpoint").asText()),
                operator.path("id").asText(),
                operator.path("secret").asText());
    }

    /** What the running local house wrote down about itself. */
    static JsonNode house(Path root) throws NotReachedException {
        Path file = houseFile(root);
        if (!Files.exists(file)) {
            throw new NotReachedException("Casebridge is not running here. Start it with"
                    + " './infrastructure/casebridge up' in another terminal, or set CASEBRIDGE_API.");
        }
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new NotReachedException("What the local house wrote to " + file + " cannot be read.", e);
        }
    }

    static Path houseFile(Path root) {
        return root.resolve(".casebridge").resolve("house.json");
    }

    private static String needed(Map<String, String> environment, String name) throws NotReachedException {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new NotReachedException("CASEBRIDGE_API is set, so " + name + " must be too.");
        }
        return value;
    }
}
