package uk.casebridge.testkit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.recipient.Recipient;

/**
 * A mistake that the generator can plant in a paper, one at a time and by name. Which papers it can be planted in follows
 * from the fields of their kind.
 */
public enum Mistake {
    WRONG_ASN_LETTER("ASN-CHECK-CHARACTER", Has.parsedAs(Parser.ASN)),
    WRONG_PNC_LETTER("PNC-CHECK-CHARACTER", Has.parsedAs(Parser.PNC_ID)),
    /** Six characters instead of eleven. */
    URN_TOO_SHORT("URN-SHAPE", Has.parsedAs(Parser.URN)),
    /** Ten characters instead of eleven. */
    URN_DIGIT_MISSING("URN-LENGTH", Has.parsedAs(Parser.URN)),
    UNKNOWN_OFFENCE_CODE("OFFENCE-CODE-UNKNOWN", Has.parsedAs(Parser.OFFENCE_CODE)),
    OFFENCE_CODE_TOO_SHORT("OFFENCE-CODE-SHAPE", Has.parsedAs(Parser.OFFENCE_CODE)),
    /** The paper names a court that no list holds: the sending court, or on a warrant the committing one. */
    UNKNOWN_COURT("COURT-UNKNOWN", Has.required("court.name")),
    WRONG_ULN_DIGIT("ULN-CHECK-CHARACTER", Has.parsedAs(Parser.ULN)),
    /** Date of birth on 31 February; the truth holds no date of birth then. */
    IMPOSSIBLE_DATE(Has.fieldEnding("dateOfBirth")),
    /** The line with the date of birth is not there. */
    MISSING_DATE_OF_BIRTH("FIELD-MISSING", Has.fieldEnding("dateOfBirth")),
    BORN_IN_THE_FUTURE("BORN-AFTER-HEARING", Has.fieldEnding("dateOfBirth")),
    VERDICT_WITHOUT_CONVICTION_DATE("VERDICT-WITHOUT-CONVICTION-DATE", Has.kind("prison-court-register")),
    /** In custody, and no custody time limit is given. */
    CUSTODY_WITHOUT_TIME_LIMIT("CTL-NOT-SAID", Has.fieldEnding("custodyTimeLimit")),
    /** One sentence is said to be served both concurrently and consecutively. */
    CONCURRENT_AND_CONSECUTIVE("SENTENCE-BOTH-WAYS", Has.fieldEnding("offences[*].served")),
    /** The warrant names a prison that has closed. */
    CLOSED_PRISON("PRISON-CLOSED", Has.required("prison.name").and(Has.sentTo(Recipient.PRISON))),
    UNKNOWN_PRISON("PRISON-UNKNOWN", Has.required("prison.name").and(Has.sentTo(Recipient.PRISON))),
    /** A week after the day on which it can end at the latest. */
    TIME_LIMIT_TOO_LATE("CTL-DATE", Has.kind("sending-notice", "remand-warrant")),
    SENT_ON_BAIL_WITHOUT_CONDITIONS("BAIL-CONDITIONS-NOT-SAID", Has.kind("sending-notice")),
    /** Six weeks after sending. */
    SENT_TO_A_LATE_HEARING("PTPH-LATE", Has.kind("sending-notice")),
    SENT_WITHOUT_HEARING("LISTING-NEEDS", Has.kind("sending-notice")),
    /** Eighteen on the day, and sentenced to imprisonment. */
    IMPRISONED_UNDER_21("IMPRISONMENT-UNDER-21", Has.kind("custodial-warrant")),
    /** Committed with a view to confiscation, and not said whether the court would have committed anyway. */
    POCA70_POWERS_NOT_SAID("POCA70-POWERS-NOT-SAID", Has.fieldEnding("wouldHaveCommittedAnyway")),
    /** Two years and a half of detention and training. */
    TRAINING_TERM_TOO_LONG("DETENTION-TRAINING-TERM", Has.kind("detention-warrant")),
    CONDITIONAL_BAIL_WITHOUT_CONDITIONS("BAIL-CONDITIONS-NOT-SAID", Has.kind("bail-from-custody")),
    /** A week before the warrant it adds to. */
    SUPPLEMENT_TOO_EARLY("SUPPLEMENT-BEFORE-WARRANT", Has.kind("warrant-supplement")),
    /** Certified two months before the entry. */
    CERTIFIED_TOO_EARLY("MEMORANDUM-BEFORE-CONVICTION", Has.kind("memorandum-of-conviction")),
    /** Six weeks after the case was sent. */
    PTPH_TOO_LATE("BCM-PTPH-LATE", Has.kind("bcm-form")),
    TRIAL_WITHOUT_ISSUES("PET-ISSUES-NOT-SAID", Has.kind("pet-form")),
    /** The two dates exchanged. */
    RELEASED_BEFORE_RECEIVED("RELEASE-BEFORE-RECEPTION", Has.kind("release-notification")),
    /** The sums imposed come to something else than the sum due. */
    SUM_DUE_WRONG("SUM-DUE", Has.required("sumDue")),
    /** £1,00.00: no reader can say what was meant, so what is printed stands. */
    AMOUNT_NOT_A_SUM("AMOUNT-FORM", Has.required("impositions[*].amount")),
    /** A surcharge that no order in force asks for on this fine. */
    SURCHARGE_WRONG("SURCHARGE-AMOUNT", Has.required("impositions[*].amount")),
    /** To be paid a week before it was imposed. */
    PAY_BY_BEFORE_ORDER("PAY-BY-DATE", Has.kind("fine-notice")),
    /** More than a magistrates' court may fix for any sum. */
    FINE_DEFAULT_TERM_TOO_LONG("FINE-DEFAULT-TERM", Has.kind("fine-notice")),
    /** An attachment of earnings order without terms for the day it fails. */
    RESERVE_TERMS_MISSING("COLLECTION-RESERVE-TERMS", Has.kind("collection-order")),
    /** More to be paid than both the benefit and what is available allow. */
    RECOVERABLE_WRONG("CONFISCATION-RECOVERABLE", Has.required("confiscation.recoverable")),
    COMPENSATION_ABOVE_RECOVERABLE("CONFISCATION-COMPENSATION", Has.required("confiscation.recoverable")),
    /** Fifteen years, above every band there was. */
    DEFAULT_TERM_TOO_LONG("CONFISCATION-DEFAULT-TERM", Has.required("confiscation.recoverable")),
    /** Seven months. */
    TIME_TO_PAY_TOO_LONG("TIME-TO-PAY", Has.kind("confiscation-order")),
    PAYMENTS_DO_NOT_ADD_UP("PAYMENTS-SUM", Has.required("confiscation.recoverable")),
    /** Varied because too little was available, and yet more is to be paid. */
    VARIED_THE_WRONG_WAY("VARIATION-DIRECTION", Has.kind("confiscation-variation")),
    SEVENTH_VISITOR("VISITORS-TOO-MANY", Has.kind("visit-request")),
    FOURTH_ADULT("VISITORS-TOO-MANY-ADULTS", Has.kind("visit-request")),
    /** Eighteen tomorrow. */
    LEAD_VISITOR_TOO_YOUNG("LEAD-VISITOR-AGE", Has.kind("visit-request")),
    /** Six weeks after reception, without a reason. */
    INDUCTION_LATE("INDUCTION-LATE", Has.kind("induction-plan"));

    private final Optional<String> finding;
    private final Predicate<Kind> fits;

    Mistake(Predicate<Kind> fits) {
        this.finding = Optional.empty();
        this.fits = fits;
    }

    Mistake(String finding, Predicate<Kind> fits) {
        this.finding = Optional.of(finding);
        this.fits = fits;
    }

    /**
     * The code of the finding that a rule must make of it; empty where what is printed is no value, and reading says that
     * it is in doubt.
     */
    public Optional<String> finding() {
        return finding;
    }

    /** Whether it can be planted in papers of a kind. */
    public boolean fits(String kindId) {
        return KindCatalogue.withId(kindId).filter(fits).isPresent();
    }

    /** What a kind must have for a mistake to fit it. */
    private static final class Has {

        static Predicate<Kind> parsedAs(Parser parser) {
            return field(spec -> spec.parser() == parser);
        }

        static Predicate<Kind> fieldEnding(String path) {
            return field(spec -> spec.path().endsWith(path));
        }

        static Predicate<Kind> required(String path) {
            return field(spec -> spec.required() && spec.path().equals(path));
        }

        static Predicate<Kind> sentTo(Recipient recipient) {
            return kind -> kind.entitlementOf(recipient).isPresent();
        }

        static Predicate<Kind> kind(String... ids) {
            return kind -> Arrays.asList(ids).contains(kind.id());
        }

        private static Predicate<Kind> field(Predicate<FieldSpec> wanted) {
            return kind -> kind.fields().stream().anyMatch(wanted);
        }
    }
}
