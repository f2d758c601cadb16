package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One paper as the operator API tells it, in the words of the terminal. */
final class PaperView {

    private final JsonNode json;

    PaperView(JsonNode json) {
        this.json = json;
    }

    String id() {
        return paper().path("id").asText();
    }

    String fileName() {
        return paper().path("fileName").asText();
    }

    String state() {
        return paper().path("state").asText().toUpperCase(Locale.ROOT);
    }

    String stateTitle() {
        return paper().path("stateTitle").asText(state());
    }

    String kindTitle() {
        return text(paper(), "kindTitle").orElse("-");
    }

    /** Whether nothing more happens to the paper by itself; its deliveries may still be under way. */
    boolean isAtRest() {
        return switch (state()) {
            case "AWAITED", "STORED", "READING" -> false;
            default -> true;
        };
    }

    boolean isRecorded() {
        return state().equals("RECORDED");
    }

    /** Whether it went the way a good paper goes; one taken apart is answered for by its parts. */
    boolean isWell() {
        return isRecorded() || state().equals("TAKEN_APART");
    }

    /** Why it is not recorded: the stable code and the sentence, or the paper that came before. */
    Optional<String> trouble() {
        JsonNode failure = paper().path("failure");
        if (failure.isObject()) {
            return Optional.of(failure.path("code").asText() + " "
                    + failure.path("sentence").asText()
                    + text(failure, "detail").map(detail -> " (" + detail + ")").orElse(""));
        }
        return text(paper(), "duplicateOf").map(first -> "The same file was received before, as " + first + ".");
    }

    /** What it was taken apart into, if it held several papers. */
    List<JsonNode> parts() {
        return list("parts");
    }

    /** The papers it was taken apart into, by their ids. */
    List<String> papersWithin() {
        return parts().stream()
                .map(part -> part.path("paper").path("id").asText())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The file it came in, if it was a part of one. */
    Optional<String> bundle() {
        return text(paper().path("partOf"), "paper");
    }

    List<JsonNode> records() {
        return list("records");
    }

    List<JsonNode> deliveries() {
        return list("deliveries").stream()
                .sorted(Comparator.comparing(
                        delivery -> delivery.path("recipient").asText()))
                .toList();
    }

    List<JsonNode> timeline() {
        return list("timeline");
    }

    /** Versions of its records, each once: {@code 1} or {@code 1, 2}. */
    String versions() {
        return records().isEmpty()
                ? "-"
                : records().stream()
                        .map(record -> record.path("version").asText())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    /** Codes of its findings with how often each: {@code CB-I02, FIELD-MISSING ×2}. */
    String findings() {
        List<String> codes = new ArrayList<>();
        records()
                .forEach(record -> record.path("findings")
                        .forEach(finding -> codes.add(finding.path("code").asText())));
        return codes.isEmpty()
                ? "none"
                : codes.stream()
                        .distinct()
                        .map(code -> {
                            long times = codes.stream().filter(code::equals).count();
                            return times == 1 ? code : code + " ×" + times;
                        })
                        .collect(Collectors.joining(", "));
    }

    static boolean isSent(JsonNode delivery) {
        return switch (delivery.path("state").asText().toUpperCase(Locale.ROOT)) {
            case "SENT", "RECEIVED", "ACKNOWLEDGED", "DELETED", "ACTIONED" -> true;
            default -> false;
        };
    }

    static boolean isReceived(JsonNode delivery) {
        return switch (delivery.path("state").asText().toUpperCase(Locale.ROOT)) {
            case "RECEIVED", "ACKNOWLEDGED", "DELETED", "ACTIONED" -> true;
            default -> false;
        };
    }

    /** Seconds from the paper's upload to a moment of the delivery: {@code 1.4 s}; a hyphen where it has not come. */
    String secondsTo(JsonNode delivery, String moment) {
        return text(delivery, moment)
                .map(at -> String.format(
                        Locale.ROOT,
                        "%.1f s",
                        Duration.between(Instant.parse(paper().path("createdAt").asText()), Instant.parse(at))
                                        .toMillis()
                                / 1000.0))
                .orElse("-");
    }

    static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(value -> !value.isBlank() && !value.equals("null"));
    }

    private JsonNode paper() {
        return json.path("paper");
    }

    private List<JsonNode> list(String name) {
        return StreamSupport.stream(json.path(name).spliterator(), false).toList();
    }
}
