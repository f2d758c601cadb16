package uk.casebridge.testkit;

import java.util.Optional;
import java.util.Set;

/** A mistake that the generator can plant in a paper, one at a time and by name. */
public enum Mistake {
    WRONG_ASN_LETTER(Optional.of("ASN-CHECK-CHARACTER"), Kinds.COURT),
    WRONG_PNC_LETTER(Optional.of("PNC-CHECK-CHARACTER"), Kinds.NOTICE_AND_REMAND),
    /** Six characters instead of eleven. */
    URN_TOO_SHORT(Optional.of("URN-SHAPE"), Kinds.COURT),
    /** Ten characters instead of eleven. */
    URN_DIGIT_MISSING(Optional.of("URN-LENGTH"), Kinds.COURT),
    UNKNOWN_OFFENCE_CODE(Optional.of("OFFENCE-CODE-UNKNOWN"), Kinds.COURT),
    OFFENCE_CODE_TOO_SHORT(Optional.of("OFFENCE-CODE-SHAPE"), Kinds.COURT),
    /** The paper names a court that no list holds: the sending court, or on a warrant the committing one. */
    UNKNOWN_COURT(Optional.of("COURT-UNKNOWN"), Kinds.COURT),
    WRONG_ULN_DIGIT(Optional.of("ULN-CHECK-CHARACTER"), Kinds.CERTIFICATE),
    /** Date of birth on 31 February; the truth holds no date of birth then. */
    IMPOSSIBLE_DATE(Optional.empty(), Kinds.ALL),
    /** The line with the date of birth is not there. */
    MISSING_DATE_OF_BIRTH(Optional.empty(), Kinds.ALL),
    BORN_IN_THE_FUTURE(Optional.empty(), Kinds.ALL),
    VERDICT_WITHOUT_CONVICTION_DATE(Optional.empty(), Kinds.REGISTER),
    /** In custody, and no custody time limit is given. */
    CUSTODY_WITHOUT_TIME_LIMIT(Optional.empty(), Kinds.NOTICE_AND_REMAND),
    /** One sentence is said to be served both concurrently and consecutively. */
    CONCURRENT_AND_CONSECUTIVE(Optional.empty(), Kinds.SENTENCE),
    /** The warrant names a prison that has closed. */
    CLOSED_PRISON(Optional.empty(), Kinds.WARRANTS),
    UNKNOWN_PRISON(Optional.empty(), Kinds.WARRANTS);

    private final Optional<String> finding;
    private final Set<String> kinds;

    Mistake(Optional<String> finding, Set<String> kinds) {
        this.finding = finding;
        this.kinds = kinds;
    }

    /** The code of the finding that the identifier rules must make of it; empty where another rule judges it. */
    public Optional<String> finding() {
        return finding;
    }

    /** Whether it can be planted in papers of a kind. */
    public boolean fits(String kindId) {
        return kinds.contains(kindId);
    }

    private static final class Kinds {
        private static final Set<String> ALL = Set.of(
                "prison-court-register",
                "sending-notice",
                "remand-warrant",
                "custodial-warrant",
                "education-certificate");
        private static final Set<String> COURT =
                Set.of("prison-court-register", "sending-notice", "remand-warrant", "custodial-warrant");
        private static final Set<String> REGISTER = Set.of("prison-court-register");
        private static final Set<String> NOTICE_AND_REMAND = Set.of("sending-notice", "remand-warrant");
        private static final Set<String> SENTENCE = Set.of("custodial-warrant");
        private static final Set<String> WARRANTS = Set.of("remand-warrant", "custodial-warrant");
        private static final Set<String> CERTIFICATE = Set.of("education-certificate");
    }
}
