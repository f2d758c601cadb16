package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Paper;

/** Sends files through the front door: a form from the operator API, then the file to where the form says. */
final class Upload {

    private final OperatorApi api;
    private final HttpClient http;

    Upload(OperatorApi api, HttpClient http) {
        this.api = api;
        this.http = http;
    }

    /** Sends one file that replaces no other. */
    String send(Path file, String court, boolean urgent)
            throws IOException, NotReachedException, OperatorApi.RefusedException, InterruptedException {
        return send(file, court, urgent, Optional.empty());
    }

    /**
     * Sends one file.
     *
     * @param court the court that sends it, by its seven-character code
     * @param urgent whether it changes custody
     * @param replaces the id of the earlier paper that it replaces, if it does
     * @return the paper's id
     */
    String send(Path file, String court, boolean urgent, Optional<String> replaces)
            throws IOException, NotReachedException, OperatorApi.RefusedException, InterruptedException {
        refuseWhatNoFormTakes(file);
        ObjectNode asked = OperatorApi.body()
                .put("fileName", file.getFileName().toString())
                .put("court", court)
                .put("urgent", urgent)
                .put("sha256", Fingerprint.of(file).hex());
        replaces.ifPresent(earlier -> asked.put("replaces", earlier));
        JsonNode answer = api.post("/papers", asked);
        post(answer.path("form"), file);
        return answer.path("paper").isObject()
                ? answer.path("paper").path("id").asText()
                : answer.path("paper").asText();
    }

    /** The form would refuse these too, in the words of the store behind it. */
    private static void refuseWhatNoFormTakes(Path file) throws IOException, OperatorApi.RefusedException {
        long size = Files.size(file);
        if (size == 0) {
            throw new OperatorApi.RefusedException(FailureCode.EMPTY);
        }
        if (size > Paper.MAXIMUM_SIZE) {
            throw new OperatorApi.RefusedException(FailureCode.TOO_LARGE);
        }
    }

    private void post(JsonNode form, Path file)
            throws IOException, NotReachedException, OperatorApi.RefusedException, InterruptedException {
        String boundary = "casebridge-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        form.path("fields")
                .properties()
                .forEach(field -> head.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(field.getKey())
                        .append("\"\r\n\r\n")
                        .append(field.getValue().asText())
                        .append("\r\n"));
        // The form says under which key the file goes; its name on this computer stays here.
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"paper\"\r\n")
                .append("Content-Type: application/octet-stream\r\n\r\n");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(form.path("action").asText()))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NotReachedException("The store for incoming papers does not answer; nothing was sent.", e);
        }
        if (response.statusCode() >= 400) {
            throw new OperatorApi.RefusedException(response.statusCode(), response.body());
        }
    }
}
