package uk.casebridge.domain.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Acceptance;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.KindRules;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.review.Ruling.Confirmed;
import uk.casebridge.domain.review.Ruling.FindingAccepted;
import uk.casebridge.domain.review.Ruling.KindChosen;
import uk.casebridge.domain.review.Ruling.OrderChosen;
import uk.casebridge.domain.review.Ruling.PaperIsWrong;

/**
 * A paper as it stands after everything that people decided about it: what was read, with their corrections put to it
 * and the rules run again, and what is still open. Whoever shows a paper and whoever acts on it ask here, so that they
 * cannot disagree.
 *
 * @param reading the reading it rests on
 * @param kind the kind it is taken for, read or chosen
 * @param toBeReadAs the kind a person chose, where the reading was not made for that kind and has to be made again
 * @param parts its records as decided
 * @param unconfirmed changes of money that a second person has yet to confirm
 * @param wrong the decision that the paper itself is wrong, if that was made
 */
public record Review(
        Reading reading,
        Optional<Kind> kind,
        Optional<String> toBeReadAs,
        List<Part> parts,
        List<Decision> unconfirmed,
        Optional<Decision> wrong) {

    /** Failures that leave a paper of a known kind without records, which a person may then read. */
    private static final Set<FailureCode> UNREAD = Set.of(FailureCode.NO_RECORD, FailureCode.NO_TEXT);

    public Review {
        parts = List.copyOf(parts);
        unconfirmed = List.copyOf(unconfirmed);
    }

    /**
     * One record as decided.
     *
     * @param number which record of the paper, from 1
     * @param revision the number of the last decision that counts for it; 0 if none does
     * @param asRead what was read
     * @param record what it is now
     * @param corrections the last word on every field that was corrected or confirmed
     * @param order which of two papers about its matter is the newer, if a person said so
     */
    public record Part(
            int number,
            int revision,
            ReadRecord asRead,
            ReadRecord record,
            List<Corrected> corrections,
            Optional<OrderChosen> order) {
        public Part {
            corrections = List.copyOf(corrections);
        }

        /** The last word on a field; empty where nobody looked at it. */
        public Optional<Corrected> correctionOf(String path) {
            return corrections.stream()
                    .filter(correction -> correction.path().equals(path))
                    .findFirst();
        }
    }

    /**
     * The last word of a person on a field.
     *
     * @param path the field
     * @param asRead what was read; empty if nothing was
     * @param now what the picture shows; empty if nothing
     * @param by who said so, and when
     */
    public record Corrected(String path, String asRead, String now, Decision by) {}

    /** The kind a person chose last, and the decisions that hold since: earlier ones were made on another reading. */
    private record Chosen(Optional<String> kind, int number, List<Decision> since) {
        static Chosen of(List<Decision> decisions) {
            Chosen chosen = new Chosen(Optional.empty(), 0, decisions);
            for (int i = 0; i < decisions.size(); i++) {
                if (decisions.get(i).ruling() instanceof KindChosen(String kind)) {
                    chosen = new Chosen(
                            Optional.of(kind), decisions.get(i).number(), decisions.subList(i + 1, decisions.size()));
                }
            }
            return chosen;
        }
    }

    /** The kind a person chose last, if one did. */
    public static Optional<String> chosenKind(List<Decision> decisions) {
        return Chosen.of(decisions).kind();
    }

    /**
     * A paper as decided.
     *
     * @param reading what was read
     * @param decisions everything that was decided about it, in order
     * @param context what the rules may know
     * @param secondPersonAbove a change of money by more than this many pounds needs a second person
     */
    public static Review of(
            Reading reading, List<Decision> decisions, Rule.Context context, BigDecimal secondPersonAbove) {
        Chosen chosen = Chosen.of(decisions);
        Optional<Decision> wrong = decisions.stream()
                .filter(decision -> decision.ruling() instanceof PaperIsWrong)
                .findFirst();
        if (chosen.kind().isPresent() && !chosen.kind().equals(reading.kind())) {
            return new Review(
                    reading, KindCatalogue.withId(chosen.kind().get()), chosen.kind(), List.of(), List.of(), wrong);
        }
        Optional<Kind> kind = reading.kind().flatMap(KindCatalogue::withId);
        if (kind.isEmpty()) {
            return new Review(reading, kind, Optional.empty(), List.of(), List.of(), wrong);
        }
        Confirmations confirmations = new Confirmations(chosen.since(), secondPersonAbove);
        List<ReadRecord> records = isUnread(reading) ? List.of(nothing(kind.get(), context)) : reading.records();
        List<Part> parts = IntStream.rangeClosed(1, records.size())
                .mapToObj(number -> new PartReview(kind.get(), number, records.get(number - 1), context)
                        .after(chosen.since(), chosen.number(), confirmations))
                .toList();
        return new Review(
                reading,
                kind,
                Optional.empty(),
                parts,
                parts.stream()
                        .flatMap(part -> confirmations.missing(kind.get(), part).stream())
                        .toList(),
                wrong);
    }

    private static boolean isUnread(Reading reading) {
        return reading.records().isEmpty()
                && reading.failure().map(Failure::code).filter(UNREAD::contains).isPresent();
    }

    private static ReadRecord nothing(Kind kind, Rule.Context context) {
        return new ReadRecord(
                Fields.none(),
                KindRules.check(kind, Fields.none(), context),
                kind.urgency().apply(Fields.none()),
                List.of(),
                SourceTime.unknown());
    }

    /** Why the paper cannot leave as it stands; which paper is newer, only the records can tell. */
    public Optional<Failure> open() {
        if (wrong.isPresent()) {
            return Optional.of(Failure.of(FailureCode.PAPER_IS_WRONG));
        }
        if (toBeReadAs.isPresent()) {
            return Optional.empty();
        }
        if (reading.failure().isPresent() && !isReadByPerson()) {
            return reading.failure();
        }
        Optional<Failure> blocked = parts.stream()
                .filter(part -> part.record().findings().stream().anyMatch(Finding::blocks))
                .findFirst()
                .map(part -> new Failure(
                        FailureCode.BLOCKED_BY_FINDING,
                        "Record " + part.number() + ": "
                                + String.join(
                                        ", ",
                                        part.record().findings().stream()
                                                .filter(Finding::blocks)
                                                .map(Finding::code)
                                                .toList())));
        return blocked.or(() -> unconfirmed.stream()
                .findFirst()
                .map(decision -> new Failure(FailureCode.AWAITS_SECOND_PERSON, "Decision " + decision.number())));
    }

    private boolean isReadByPerson() {
        return isUnread(reading)
                && parts.stream().anyMatch(part -> !part.record().fields().isEmpty());
    }

    /** How grave what is open is: the gravest of its records. */
    public Harm harm() {
        Set<Harm> harms = new HashSet<>();
        kind.ifPresent(known -> parts.forEach(part ->
                harms.add(Harm.of(known, part.record().urgency(), part.record().findings()))));
        if (!unconfirmed.isEmpty()) {
            harms.add(Harm.MONEY);
        }
        if (parts.isEmpty()
                && kind.filter(known -> known.urgency().apply(Fields.none()) == Urgency.CUSTODY)
                        .isPresent()) {
            harms.add(Harm.CUSTODY);
        }
        return harms.stream().min(Enum::compareTo).orElse(Harm.OTHER);
    }

    /** The same finding, which somebody has said may stand. */
    static Finding accepted(Finding finding, Decision decision, FindingAccepted ruling) {
        return finding.acceptedBy(new Acceptance(decision.who(), decision.at(), ruling.reason()));
    }

    /** Who confirmed what, and which changes ask for it. */
    static final class Confirmations {
        private final List<Decision> decisions;
        private final BigDecimal above;

        Confirmations(List<Decision> decisions, BigDecimal above) {
            this.decisions = decisions;
            this.above = above;
        }

        /** The number of the decision by which somebody else confirmed one; 0 if nobody did. */
        int of(Decision change) {
            return decisions.stream()
                    .filter(decision -> decision.ruling() instanceof Confirmed(int number)
                            && number == change.number()
                            && !decision.who().equals(change.who()))
                    .mapToInt(Decision::number)
                    .max()
                    .orElse(0);
        }

        List<Decision> missing(Kind kind, Part part) {
            List<Decision> missing = new ArrayList<>();
            for (Corrected correction : part.corrections()) {
                if (Sums.changeNeedsTwo(kind, correction, above) && of(correction.by()) == 0) {
                    missing.add(correction.by());
                }
            }
            return missing;
        }
    }
}
