package uk.casebridge.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.recipient.Place;

/**
 * Who was given a paper and who looked at it, when, and who says it is deleted: what a report of a personal data breach
 * must say of the recipients (UK GDPR article 33(3)). Lines of CSV (RFC 4180), the oldest first, times in UTC.
 */
public final class BreachReport {

    private static final String HEAD = "when_utc,what,who,recipient,place,delivery,detail";
    private static final String END = "\r\n";

    /** What of a timeline says that somebody had, saw or deleted the paper, or took it back. */
    private static final Set<String> LOOKED = Set.of(
            "sent",
            "fetched",
            "opened",
            "received",
            "acknowledged",
            "actioned",
            "rejected",
            "deleted",
            "unread",
            "unsent",
            "withdraw",
            "recall",
            "withdrawn",
            "recalled");

    private BreachReport() {}

    /** A good name for the file. */
    public static String fileName(Paper paper) {
        return "breach-report-" + paper.id() + ".csv";
    }

    public static String csv(Store store, Paper paper) {
        List<Delivery> deliveries = store.deliveries().of(paper.id());
        StringBuilder csv = new StringBuilder(HEAD).append(END);
        store.audit().of(paper.id()).stream()
                .filter(entry -> LOOKED.contains(entry.what()))
                .sorted(Comparator.comparing(AuditEntry::at))
                .forEach(entry -> csv.append(line(entry, deliveries)).append(END));
        return csv.toString();
    }

    private static String line(AuditEntry entry, List<Delivery> deliveries) {
        Optional<Delivery> delivery = deliveries.stream()
                .filter(one -> entry.about().equals(Optional.of(one.id().value())))
                .findFirst();
        Instant at = entry.at();
        return String.join(
                ",",
                at.toString(),
                cell(entry.what()),
                cell(entry.who()),
                cell(delivery.map(one -> one.recipient().title()).orElse("")),
                cell(delivery.flatMap(Delivery::place).map(Place::name).orElse("")),
                cell(delivery.map(one -> one.id().value()).orElse("")),
                cell(entry.detail()));
    }

    /** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
