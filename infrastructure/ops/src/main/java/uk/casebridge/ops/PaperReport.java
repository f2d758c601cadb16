package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What became of papers, for a terminal. */
final class PaperReport {

    private PaperReport() {}

    /** A row per paper and recipient: kind, version, findings, place, when it was sent and received, how it stands. */
    static TextTable table(List<PaperView> papers) {
        TextTable table = new TextTable(
                "Paper", "Kind", "Version", "Findings", "Recipient and place", "Sent", "Received", "Stands at");
        for (PaperView paper : papers) {
            List<JsonNode> deliveries = paper.deliveries();
            if (deliveries.isEmpty()) {
                table.row(
                        paper.fileName(),
                        paper.kindTitle(),
                        paper.versions(),
                        paper.findings(),
                        paper.stateTitle(),
                        "-",
                        "-",
                        "-");
                continue;
            }
            boolean first = true;
            for (JsonNode delivery : deliveries) {
                table.row(
                        first ? paper.fileName() : "",
                        first ? paper.kindTitle() : "",
                        delivery.path("version").asText(),
                        first ? paper.findings() : "",
                        recipientAndPlace(delivery),
                        paper.secondsTo(delivery, "sentAt"),
                        paper.secondsTo(delivery, "receivedAt"),
                        standing(delivery));
                first = false;
            }
        }
        return table;
    }

    /** A row per part of a file that held several papers. */
    static TextTable parts(PaperView bundle) {
        TextTable table = new TextTable("Part", "Where", "Paper", "File", "Kind", "State");
        for (JsonNode part : bundle.parts()) {
            JsonNode paper = part.path("paper");
            table.row(
                    part.path("number").asText(),
                    part.path("where").asText(),
                    PaperView.text(paper, "id").orElse("-"),
                    PaperView.text(paper, "fileName").orElse("-"),
                    PaperView.text(paper, "kindTitle").orElse("-"),
                    PaperView.text(paper, "stateTitle")
                            .orElse(part.path("useTitle").asText()));
        }
        return table;
    }

    /** A sentence for each paper that needs one. */
    static List<String> troubles(List<PaperView> papers) {
        return papers.stream()
                .filter(paper -> paper.trouble().isPresent())
                .map(paper -> paper.fileName() + ": " + paper.trouble().orElseThrow())
                .toList();
    }

    /** Where a delivery stands, and what its recipient owes that is late. */
    private static String standing(JsonNode delivery) {
        String state = delivery.path("stateTitle").asText();
        if (delivery.path("overdue").asBoolean()) {
            return state + ", NO RECEIPT IN TIME";
        }
        if (delivery.path("unconfirmed").asBoolean()) {
            return state + (delivery.path("notice").asText().equals("RECALL") ? ", NOT DELETED" : ", NOT ACKNOWLEDGED");
        }
        return state;
    }

    private static String recipientAndPlace(JsonNode delivery) {
        String recipient = delivery.path("recipientTitle")
                .asText(delivery.path("recipient").asText());
        return PaperView.text(delivery.path("place"), "name")
                .map(place -> recipient + ": " + place)
                .orElse(recipient + ": " + delivery.path("stateTitle").asText());
    }
}
