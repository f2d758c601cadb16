package uk.casebridge.portal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.portal.page.LondonTime;
import uk.casebridge.portal.page.PaperPage;
import uk.casebridge.portal.page.Tag;

/** The deliveries of a paper as its page shows them: who gets it, where each stands, and what a recipient owes. */
final class WhoGetsIt {

    private WhoGetsIt() {}

    static List<PaperPage.DeliveryRow> rows(List<Delivery> deliveries, List<RecordVersion> records, Instant now) {
        return deliveries.stream()
                .sorted(Comparator.comparing((Delivery delivery) -> part(records, delivery))
                        .thenComparing(Delivery::recipient)
                        .thenComparing(Delivery::version))
                .map(delivery -> row(delivery, records, now))
                .toList();
    }

    /** What a recipient owes that is late. */
    static Optional<Tag> late(Delivery delivery, Instant now) {
        return delivery.isOverdue(now)
                ? Optional.of(Tags.late())
                : delivery.isUnconfirmed(now) ? Optional.of(Tags.unconfirmed(delivery.notice())) : Optional.empty();
    }

    private static String awaited(Delivery delivery) {
        return switch (delivery.notice()) {
            case RECORD -> "To acknowledge the change by ";
            case WITHDRAWAL -> "To acknowledge the withdrawal by ";
            case RECALL -> "To confirm the deletion by ";
        };
    }

    /** How many have it, of how many; empty where nobody gets it. */
    static Optional<String> received(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return Optional.empty();
        }
        long received = deliveries.stream()
                .filter(delivery -> delivery.receivedAt().isPresent())
                .count();
        return Optional.of(received + " of " + deliveries.size() + " received");
    }

    /** Those that are sent or shall be. */
    static List<Delivery> live(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery ->
                        delivery.state() != DeliveryState.SUPERSEDED && delivery.state() != DeliveryState.WITHDRAWN)
                .toList();
    }

    private static int part(List<RecordVersion> records, Delivery delivery) {
        return records.stream()
                .filter(record -> record.id().equals(delivery.record()))
                .findFirst()
                .map(RecordVersion::part)
                .orElse(Integer.MAX_VALUE);
    }

    private static PaperPage.DeliveryRow row(Delivery delivery, List<RecordVersion> records, Instant now) {
        int part = part(records, delivery);
        Optional<String> note = delivery.state().awaitsReceipt()
                ? delivery.receiptDue().map(due -> "Receipt due by " + LondonTime.dateAndTime(due))
                : delivery.awaitsConfirmation()
                        ? delivery.confirmationDue().map(due -> awaited(delivery) + LondonTime.dateAndTime(due))
                        : delivery.reason();
        return new PaperPage.DeliveryRow(
                delivery.recipient().title(),
                delivery.place().map(place -> place.name()).orElse("Not known yet"),
                which(delivery, records.size() > 1 ? part : Integer.MAX_VALUE),
                Tags.of(delivery.state()),
                late(delivery, now),
                delivery.sentAt().map(LondonTime::dateAndTime),
                delivery.receivedAt().map(LondonTime::dateAndTime),
                note);
    }

    private static String which(Delivery delivery, int part) {
        String what = switch (delivery.notice()) {
            case RECORD -> "";
            case WITHDRAWAL -> "Withdrawal";
            case RECALL -> "Recall";
        };
        String record = part == Integer.MAX_VALUE ? "" : "Record " + part;
        String version = part != Integer.MAX_VALUE || delivery.version() > 1 ? "version " + delivery.version() : "";
        String all = Stream.of(what, record, version)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? all : all.substring(0, 1).toUpperCase(Locale.UK) + all.substring(1);
    }
}
