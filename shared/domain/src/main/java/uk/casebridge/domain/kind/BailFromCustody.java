package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.recipient.Recipient;

/** The court's word that someone held in custody is to be released on bail: an hour's delay is an hour held unlawfully. */
final class BailFromCustody {

    private static final String BEFORE_RELEASE = "bail.beforeRelease";

    static final Kind KIND = Kind.named("bail-from-custody", "Bail from custody")
            .laidDownIn("HMCTS event type OEE_BailAppealEndOfCustody; Bail Act 1976 s 3; Bail (Amendment) Act 1993 s 1")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key(CustodyFields.key())
            .alwaysUrgent()
            .recognisedBy(
                    Clue.title("Bail from custody", 0.7),
                    Clue.title("Notice of release on bail", 0.7),
                    Clue.title("End of custody", 0.7),
                    Clue.anywhere("release on bail", 0.1),
                    Clue.anywhere("unless detained for another reason", 0.2),
                    Clue.anywhere("Post-hearing custody", -0.5))
            .fields(CustodyFields.with(
                    "Date of notice",
                    required("prison.name", Parser.TEXT, "Prison", "Held at", "Establishment"),
                    optional("defendant.prisonNumber", Parser.PRISON_NUMBER, "Prison number", "Prisoner number"),
                    required("bail.decision", Parser.TEXT, "Bail decision", "Bail granted", "Decision"),
                    optional("bail.reason", Parser.TEXT, "Why custody ends", "Ground of the decision", "Occasion"),
                    optional("bail.conditions", Parser.LINES, "Bail conditions", "Conditions of bail"),
                    optional(
                            BEFORE_RELEASE,
                            Parser.LINES,
                            "To be met before release",
                            "Before release",
                            "Conditions precedent"),
                    optional(
                            "nextHearing.at",
                            Parser.DATE_AND_TIME,
                            "To surrender on",
                            "Next hearing",
                            "Surrender to bail"),
                    optional("nextHearing.court", Parser.TEXT, "To surrender at", "Next hearing at")))
            .rules(BailFromCustody::toBeMetFirst, BailFromCustody::conditionsNotSaid)
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "defendant.*",
                    "prison.*",
                    "bail.*",
                    "nextHearing.*",
                    "offences[*].*",
                    "warnings")
            .keptFor(Period.ofYears(7))
            .build();

    private BailFromCustody() {}

    private static List<Finding> toBeMetFirst(Fields fields, Rule.Context context) {
        List<Finding> findings = new ArrayList<>();
        fields.value(BEFORE_RELEASE)
                .ifPresent(conditions -> findings.add(new Finding(
                        "BAIL-BEFORE-RELEASE",
                        Severity.TO_DO,
                        List.of(BEFORE_RELEASE),
                        "Bail is granted, but this must be met before release: %s."
                                .formatted(conditions.replace("\n", "; ").replaceAll("\\.$", "")),
                        "The court made release depend on a surety, a security or something to be handed in.",
                        "Release only once it is met, and tell the court if it cannot be met today.",
                        "Nothing to avoid: the court may ask for this.",
                        "Bail Act 1976 s 3(4) to (6) and s 8")));
        return List.copyOf(findings);
    }

    private static List<Finding> conditionsNotSaid(Fields fields, Rule.Context context) {
        boolean conditional = fields.value("bail.decision")
                .map(decision -> decision.toLowerCase(Locale.ROOT))
                .filter(decision -> decision.contains("conditional") && !decision.contains("unconditional"))
                .isPresent();
        if (!conditional
                || fields.value("bail.conditions").isPresent()
                || fields.value(BEFORE_RELEASE).isPresent()) {
            return List.of();
        }
        return List.of(new Finding(
                "BAIL-CONDITIONS-NOT-SAID",
                Severity.WARNING,
                List.of("bail.decision", "bail.conditions"),
                "The notice says that bail is conditional, but gives no condition.",
                "The conditions were not copied from the register, or stand on a page that was left out.",
                "Ask the court for the conditions before the person leaves: they bind from release.",
                "Send the notice with its conditions on the same page.",
                "Bail Act 1976 ss 3(6) and 5(1): the decision and its conditions are recorded and a copy given"));
    }
}
