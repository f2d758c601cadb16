package uk.casebridge.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.SourceTime;

/** What was read of a whole paper, as kept beside it in the form of {@code reading.v1.json}. */
final class KeptPaper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptPaper() {}

    /**
     * The reading that was kept.
     *
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if it is not a reading
     */
    static Reading of(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        List<Reading.Score> scores = new ArrayList<>();
        for (JsonNode score : root.path("scores")) {
            List<String> clues = new ArrayList<>();
            score.path("clues").forEach(clue -> clues.add(clue.asText()));
            scores.add(new Reading.Score(
                    score.path("kind").asText(), score.path("score").asDouble(), clues));
        }
        List<Reading.ReadRecord> records = new ArrayList<>();
        List<KeptReading.Part> parts = KeptReading.of(json).parts();
        for (int i = 0; i < parts.size(); i++) {
            KeptReading.Part part = parts.get(i);
            records.add(new Reading.ReadRecord(
                    part.fields(),
                    part.findings(),
                    part.urgency(),
                    part.restrictions(),
                    time(root.path("records").get(i).path("sourceTime"))));
        }
        JsonNode failure = root.path("failure");
        return new Reading(
                root.path("mediaType").asText(),
                root.path("pages").asInt(),
                text(root, "kind"),
                scores,
                records,
                failure.isObject()
                        ? Optional.of(new Failure(
                                FailureCode.ofCode(failure.path("code").asText()),
                                failure.path("detail").asText()))
                        : Optional.empty());
    }

    private static SourceTime time(JsonNode time) {
        return new SourceTime(
                text(time, "stated").map(Instant::parse),
                text(time, "evidence")
                        .map(word -> SourceTime.Evidence.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(SourceTime.Evidence.FILE),
                text(time, "fileTime").map(Instant::parse));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }
}
