package uk.casebridge.domain.kind;

import static uk.casebridge.domain.kind.FieldSpec.optional;
import static uk.casebridge.domain.kind.FieldSpec.required;

import java.time.Period;
import java.util.Optional;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.rule.SentenceRules;

/** A warrant that commits a defendant to custody to serve a sentence. */
final class CustodialWarrant {

    static final Kind KIND = Kind.named("custodial-warrant", "Warrant for custodial sentence")
            .laidDownIn("HMCTS event type WEE_CustodialSentence; Sentencing Act 2020 part 10")
            .unit(Unit.DEFENDANT_AT_HEARING)
            .key(CustodyFields.key())
            .alwaysUrgent()
            .recognisedBy(
                    Clue.title("Warrant for custodial sentence", 0.7),
                    Clue.title("Warrant of commitment on sentence", 0.7),
                    Clue.anywhere("committed to prison", 0.1),
                    Clue.anywhere("Total sentence", 0.2),
                    Clue.title("Supplement", -0.5),
                    Clue.anywhere("Post-hearing custody", -0.5))
            .fields(CustodyFields.with(
                    "Date of warrant",
                    required("prison.name", Parser.TEXT, "Prison", "Committed to", "Place of custody"),
                    required("sentence.total", Parser.TEXT, "Total sentence", "Total custodial period", "Total term"),
                    optional("sentence.remandDays", Parser.NUMBER, "Remand days to count", "Days on remand"),
                    required("offences[*].sentence", Parser.TEXT, "Sentence", "Term"),
                    optional("offences[*].served", Parser.TEXT, "Concurrent or consecutive", "To be served"),
                    optional("offences[*].convictionDate", Parser.DATE, "Conviction date", "Convicted on")))
            .rules(SentenceRules.PRISON)
            .sendTo(
                    Recipient.PRISON,
                    Optional.of("prison.name"),
                    "court.*",
                    "cases[*].urn",
                    "hearing.*",
                    "issuedOn",
                    "defendant.*",
                    "prison.*",
                    "sentence.*",
                    "offences[*].*",
                    "warnings")
            .keptFor(Period.ofYears(7))
            .build();

    private CustodialWarrant() {}
}
