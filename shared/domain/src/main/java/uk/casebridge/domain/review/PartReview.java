package uk.casebridge.domain.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.CourtCodes;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindRules;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.Restrictions;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.review.Review.Corrected;
import uk.casebridge.domain.review.Ruling.FindingAccepted;
import uk.casebridge.domain.review.Ruling.OrderChosen;
import uk.casebridge.domain.review.Ruling.ReadingCorrected;

/** One record of a paper, and what the decisions make of it. */
final class PartReview {

    /** Said of every field that leaves other than it was read. */
    static final String CORRECTED = "READING-CORRECTED";

    /** Said of a correction that was made on another reading. */
    static final String UNFIT = "CORRECTION-UNFIT";

    private static final String PRINTED_TWICE = "PRINTED-TWICE";
    private static final String DESK = "Review desk: the reading held against the picture of the paper";

    private final Kind kind;
    private final int number;
    private final ReadRecord read;
    private final Rule.Context context;

    PartReview(Kind kind, int number, ReadRecord read, Rule.Context context) {
        this.kind = kind;
        this.number = number;
        this.read = read;
        this.context = context;
    }

    /** @param since the number of the decision from which on decisions count */
    Review.Part after(List<Decision> decisions, int since, Review.Confirmations confirmations) {
        int revision = since;
        CorrectedFields corrected = new CorrectedFields(read.fields());
        List<Decision> unfit = new ArrayList<>();
        Optional<OrderChosen> order = Optional.empty();
        for (Decision decision : decisions) {
            boolean counts = false;
            switch (decision.ruling()) {
                case ReadingCorrected correction
                when correction.part() == number -> {
                    counts = corrected.put(decision, correction);
                    if (!counts) {
                        unfit.add(decision);
                    }
                }
                case FindingAccepted acceptance when acceptance.part() == number -> counts = true;
                case OrderChosen choice
                when choice.part() == number -> {
                    order = Optional.of(choice);
                    counts = true;
                }
                default -> {}
            }
            if (counts) {
                revision = Math.max(revision, Math.max(decision.number(), confirmations.of(decision)));
            }
        }
        List<Corrected> last = corrected.corrections().stream()
                .map(one -> new Corrected(one.path(), one.asRead(), one.now(), one.by()))
                .toList();
        ReadRecord record = last.isEmpty() && unfit.isEmpty() ? read : corrected(corrected, last, unfit);
        return new Review.Part(number, revision, read, accepted(record, decisions), last, order);
    }

    private ReadRecord corrected(CorrectedFields corrected, List<Corrected> last, List<Decision> unfit) {
        Fields fields = withCourtCodes(corrected.fields(), last);
        List<Finding> findings = new ArrayList<>(KindRules.check(kind, fields, context));
        findings.addAll(restingOnTheBytes(corrected, last));
        for (Corrected correction : last) {
            if (!correction.asRead().equals(correction.now())) {
                findings.add(corrected(correction));
            }
        }
        unfit.forEach(decision -> findings.add(unfit(decision)));
        return new ReadRecord(
                fields,
                findings,
                kind.urgency().apply(fields),
                Restrictions.of(fields),
                read.sourceTime().evidence() == SourceTime.Evidence.MESSAGE
                        ? read.sourceTime()
                        : SourceTime.printedIn(
                                fields,
                                read.sourceTime().fileTime(),
                                read.sourceTime().maker()));
    }

    /** Findings that no rule made of the fields: they rest on the paper itself and stay, whatever its fields become. */
    private List<Finding> restingOnTheBytes(CorrectedFields corrected, List<Corrected> last) {
        Set<String> ofRules = new HashSet<>();
        KindRules.check(kind, read.fields(), context).forEach(finding -> ofRules.add(key(finding)));
        Set<String> looked = new HashSet<>();
        last.forEach(correction -> looked.add(correction.path()));
        return read.findings().stream()
                .filter(finding -> !ofRules.contains(key(finding)))
                .map(finding -> finding.movedTo(
                        finding.fields().stream().map(corrected::now).toList()))
                // A person who looked at the field has seen both places.
                .filter(finding -> !finding.code().equals(PRINTED_TWICE) || !looked.containsAll(finding.fields()))
                .toList();
    }

    private static String key(Finding finding) {
        return finding.code() + " " + finding.fields();
    }

    /** A code that was worked out from a court's name goes with the name. */
    private Fields withCourtCodes(Fields corrected, List<Corrected> last) {
        Fields fields = corrected;
        for (String court : CourtCodes.COURTS) {
            String name = court + ".name";
            String code = court + ".code";
            boolean renamed =
                    last.stream().anyMatch(correction -> correction.path().equals(name));
            boolean recoded =
                    last.stream().anyMatch(correction -> correction.path().equals(code));
            boolean workedOut = CourtCodes.filledIn(kind, read.fields().without(code), context.standingData())
                    .at(code)
                    .equals(read.fields().at(code));
            if (renamed && !recoded && workedOut) {
                fields = fields.without(code);
            }
        }
        return CourtCodes.filledIn(kind, fields, context.standingData());
    }

    /** An acceptance holds until one of the finding's fields is corrected after it. */
    private ReadRecord accepted(ReadRecord record, List<Decision> decisions) {
        List<Finding> findings = new ArrayList<>(record.findings());
        for (Decision decision : decisions) {
            if (decision.ruling() instanceof FindingAccepted ruling
                    && ruling.part() == number
                    && !overtaken(decision, ruling, decisions)) {
                findings.replaceAll(finding ->
                        finding.code().equals(ruling.code()) && finding.fields().equals(ruling.fields())
                                ? Review.accepted(finding, decision, ruling)
                                : finding);
            }
        }
        if (findings.equals(record.findings())) {
            return record;
        }
        return new ReadRecord(record.fields(), findings, record.urgency(), record.restrictions(), record.sourceTime());
    }

    private boolean overtaken(Decision accepted, FindingAccepted ruling, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.number() > accepted.number())
                .anyMatch(decision -> decision.ruling() instanceof ReadingCorrected correction
                        && correction.part() == number
                        && ruling.fields().contains(correction.path()));
    }

    private Finding corrected(Corrected correction) {
        String name = KindRules.name(kind, correction.path());
        String what = correction.asRead().isEmpty()
                ? name + " was not read; the picture of the paper shows \u201c" + correction.now() + "\u201d."
                : correction.now().isEmpty()
                        ? name + " was read as \u201c" + correction.asRead()
                                + "\u201d; the picture of the paper shows no such thing."
                        : name + " was read as \u201c" + correction.asRead()
                                + "\u201d; the picture of the paper shows \u201c" + correction.now() + "\u201d.";
        return new Finding(
                CORRECTED,
                Severity.WARNING,
                List.of(correction.path()),
                what,
                "The print is faint, or the words stand where they were not expected.",
                "Nothing: the field holds what the paper shows. Open the document to see for yourself.",
                "Send the paper as it came from the case system, not as a scan.",
                DESK);
    }

    private static Finding unfit(Decision decision) {
        return new Finding(
                UNFIT,
                Severity.ERROR,
                List.of(((ReadingCorrected) decision.ruling()).path()),
                "Correction " + decision.number() + " was made on another reading of the paper and does not fit this"
                        + " one.",
                "The paper was read again after the correction was made.",
                "Look at the picture again. Correct the field if it is still wrong, and accept this if it is right.",
                "Correct a reading after the paper was read as the right kind.",
                DESK);
    }
}
