package uk.casebridge.domain.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PathPattern;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.DatedRule.Advice;
import uk.casebridge.domain.rule.DatedRule.Seen;

/** Rules that follow from the fields of a kind: whichever kind has a date of birth or names a prison has them. */
public final class FieldPacks {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final String PRISON = "prison.name";

    private static final Advice PLACE = new Advice(
            "The name was mistyped or is an old one, or the prison has closed since.",
            "Ask the court which prison is meant; the delivery waits until an operator says the place.",
            "Choose the prison from the list of those that are open.");

    private FieldPacks() {}

    /** The rules for a kind with these fields. */
    public static RulePack of(List<FieldSpec> fields) {
        List<PathPattern> births = fields.stream()
                .map(FieldSpec::path)
                .filter(path -> path.endsWith("dateOfBirth"))
                .map(PathPattern::of)
                .toList();
        boolean namesPrison = fields.stream()
                .anyMatch(field -> field.required() && field.path().equals(PRISON));
        return new RulePack(Stream.concat(
                        births.isEmpty() ? Stream.of() : Stream.of(born(births)),
                        namesPrison ? Stream.of(unknownPrison(), closedPrison()) : Stream.of())
                .toList());
    }

    private static DatedRule born(List<PathPattern> births) {
        return new DatedRule(
                "BORN-AFTER-HEARING",
                Severity.ERROR,
                "Nobody is born after the hearing or the day the paper came.",
                ALWAYS,
                Optional.empty(),
                "Reason: a date of birth in the future is nobody's",
                new Advice(
                        "The year was mistyped, or another date stands in the box.",
                        "Look the date of birth up in the case file and correct it.",
                        "Copy the date of birth from the electronic case file rather than typing it."),
                (fields, context) -> births.stream()
                        .flatMap(birth -> fields.matching(birth).stream())
                        .filter(birth -> isTooLate(fields, birth, context.today()))
                        .map(birth -> new Seen(
                                List.of(birth.path()), "The date of birth is after the hearing, or in the future."))
                        .toList());
    }

    private static boolean isTooLate(Fields fields, Field birth, LocalDate today) {
        Optional<LocalDate> born = fields.date(birth.path());
        LocalDate latest = fields.date("hearing.date").filter(today::isAfter).orElse(today);
        return born.filter(latest::isBefore).isPresent();
    }

    private static DatedRule unknownPrison() {
        return new DatedRule(
                "PRISON-UNKNOWN",
                Severity.WARNING,
                "The prison that a paper names stands in the list of prisons.",
                ALWAYS,
                Optional.empty(),
                "List of prisons built in",
                PLACE,
                (fields, context) -> named(fields)
                        .filter(name -> prison(name, context).isEmpty())
                        .map(name -> new Seen(
                                List.of(PRISON), "No prison in the list at hand is called “" + name.value() + "”."))
                        .stream()
                        .toList());
    }

    private static DatedRule closedPrison() {
        return new DatedRule(
                "PRISON-CLOSED",
                Severity.WARNING,
                "The prison that a paper names is open.",
                ALWAYS,
                Optional.empty(),
                "List of prisons built in",
                PLACE,
                (fields, context) -> named(fields)
                        .flatMap(name -> prison(name, context))
                        .filter(place -> !place.open())
                        .map(place -> new Seen(List.of(PRISON), place.name() + " has closed."))
                        .stream()
                        .toList());
    }

    private static Optional<Field> named(Fields fields) {
        return fields.at(PRISON).filter(name -> !name.value().isBlank());
    }

    private static Optional<Place> prison(Field name, Rule.Context context) {
        return context.standingData()
                .placeNamed(Recipient.PRISON, name.value())
                .or(() -> context.standingData().place(Recipient.PRISON, name.value()));
    }
}
