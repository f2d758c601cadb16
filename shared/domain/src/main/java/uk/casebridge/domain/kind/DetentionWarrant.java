package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.SentenceRules;

/** A warrant that commits a young person to detention: a young offender institution, or detention and training. */
final class DetentionWarrant {

    static final Kind KIND = Kind.named("detention-warrant", "Warrant of detention")
            .laidDownIn("HMCTS event types WEE_Detention, OXE_DetentionAndTraining; Sentencing Act 2020 ss 233, 262")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key(CustodyFields.key())
            .alwaysUrgent()
            .recognisedBy(
                    Clue.title("Warrant of detention", 0.7),
                    Clue.title("Detention and training order", 0.7),
                    Clue.title("Warrant of commitment to detention", 0.7),
                    Clue.anywhere("young offender institution", 0.1),
                    Clue.anywhere("youth justice service", 0.1),
                    Clue.anywhere("committed to prison", -0.3),
                    Clue.title("Supplement", -0.5),
                    Clue.anywhere("Post-hearing custody", -0.5))
            .fields(CustodyFields.with(
                    "Date of warrant",
                    required(
                            "prison.name",
                            Parser.TEXT,
                            "Place of detention",
                            "Detained at",
                            "Accommodation",
                            "Institution"),
                    required("detention.order", Parser.TEXT, "Order made", "Type of detention", "Sentence imposed"),
                    required("sentence.total", Parser.TEXT, "Total period", "Length of order", "Total term"),
                    optional("sentence.remandDays", Parser.NUMBER, "Remand days to count", "Days on remand"),
                    optional(
                            "detention.supervisionFrom",
                            Parser.DATE,
                            "Supervision begins",
                            "Supervision from",
                            "Half-way point"),
                    optional("detention.youthTeam", Parser.TEXT, "Youth justice service", "Youth offending team"),
                    optional(
                            "defendant.parentOrGuardian.name",
                            Parser.NAME,
                            "Parent or guardian",
                            "Parent, guardian or carer"),
                    required("offences[*].sentence", Parser.TEXT, "Sentence", "Term", "Period"),
                    optional("offences[*].served", Parser.TEXT, "Concurrent or consecutive", "To be served"),
                    optional("offences[*].convictionDate", Parser.DATE, "Conviction date", "Convicted on")))
            .rules(DetentionWarrant::tooOld, DetentionWarrant::termOutOfRange, SentenceRules.DETENTION)
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "defendant.*",
                    "prison.*",
                    "detention.*",
                    "sentence.*",
                    "offences[*].*",
                    "warnings")
            .keptFor(Period.ofYears(7))
            .build();

    /** The age from which the sentence is imprisonment: Sentencing Act 2020 s 262(1). */
    private static final int IMPRISONMENT = 21;

    private static final int SHORTEST_MONTHS = 4;
    private static final int LONGEST_MONTHS = 24;

    private static final Pattern MONTHS = Pattern.compile("\\b(\\d{1,3})\\s+months?\\b");

    private DetentionWarrant() {}

    /** Judged on the first conviction where one is printed, since an offender is sentenced by the age at conviction. */
    private static List<Finding> tooOld(Fields fields, Rule.Context context) {
        Optional<LocalDate> convicted = fields.matching("offences[*].convictionDate").stream()
                .flatMap(field -> fields.date(field.path()).stream())
                .min(LocalDate::compareTo)
                .or(() -> fields.date("hearing.date"));
        Optional<LocalDate> born = fields.date("defendant.dateOfBirth");
        if (convicted.isEmpty() || born.isEmpty()) {
            return List.of();
        }
        int age = Period.between(born.get(), convicted.get()).getYears();
        if (age < IMPRISONMENT) {
            return List.of();
        }
        return List.of(new Finding(
                "DETENTION-AGE",
                Severity.WARNING,
                List.of("defendant.dateOfBirth", "detention.order"),
                "The warrant orders detention, but the defendant was %d when convicted.".formatted(age),
                "The date of birth was mistyped, or the warrant for a young offender was used for an adult.",
                "Check the date of birth. If the defendant was 21 or over at conviction, ask the court for a warrant"
                        + " for custodial sentence.",
                "Let the case system choose the warrant by the age at conviction.",
                "Sentencing Act 2020 s 262(1): detention in a young offender institution is for those aged 18 to 20"));
    }

    /** The source is the Act as amended in 2022; before that only some lengths were allowed, so this only advises. */
    private static List<Finding> termOutOfRange(Fields fields, Rule.Context context) {
        boolean training = fields.value("detention.order")
                .filter(order -> order.toLowerCase(Locale.ROOT).contains("training"))
                .isPresent();
        Optional<Integer> months = fields.value("sentence.total").flatMap(DetentionWarrant::wholeMonths);
        if (!training || months.isEmpty() || months.get() >= SHORTEST_MONTHS && months.get() <= LONGEST_MONTHS) {
            return List.of();
        }
        return List.of(new Finding(
                "DETENTION-TRAINING-TERM",
                Severity.WARNING,
                List.of("sentence.total"),
                "A detention and training order of %d months is outside the %d to %d months that the Act allows."
                        .formatted(months.get(), SHORTEST_MONTHS, LONGEST_MONTHS),
                "The term was mistyped, or the terms of several orders were added up wrongly.",
                "Compare the term with the court's register and ask the court to correct the warrant if it is wrong.",
                "Take the term from the result the court recorded.",
                "Sentencing Act 2020 ss 236 and 237, as amended by the Police, Crime, Sentencing and Courts Act 2022"));
    }

    private static Optional<Integer> wholeMonths(String term) {
        Matcher months = MONTHS.matcher(term.toLowerCase(Locale.ROOT));
        return months.find() ? Optional.of(Integer.valueOf(months.group(1))) : Optional.empty();
    }
}
