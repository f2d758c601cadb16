package uk.casebridge.domain.failure;

/**
 * Everything that can go wrong with a paper as a whole. The code is stable: it is shown, stored, counted and looked
 * up, and never given a second meaning. What a rule finds in a record that could be read is a finding, not a failure.
 */
public enum FailureCode {
    EMPTY("CB-101", Outcome.REJECTED, "The file is empty. Check it on your computer and upload it again."),
    TOO_LARGE("CB-102", Outcome.REJECTED, "The file is larger than 50 MB. Scan it at 300 dpi or less, or split it."),
    NOT_A_DOCUMENT(
            "CB-103",
            Outcome.REJECTED,
            "This is not a document we can read. Upload a PDF, a Word or OpenDocument file, an e-mail or a text file."),
    WRONG_TYPE(
            "CB-104",
            Outcome.QUARANTINED,
            "The content of the file is not what its name says. Save the paper again from where it came and upload that."),
    ENCRYPTED(
            "CB-105", Outcome.REJECTED, "The file is locked with a password. Save a copy without one and upload that."),
    TRUNCATED("CB-106", Outcome.REJECTED, "The file is damaged or incomplete. Save it again and upload it once more."),
    VIRUS("CB-107", Outcome.QUARANTINED, "The virus scanner stopped this file. Tell your IT service; do not open it."),
    NEVER_CAME(
            "CB-108", Outcome.REJECTED, "The upload was begun but no file came within a day. Upload the paper again."),
    NOT_AN_ENVELOPE(
            "CB-109",
            Outcome.REJECTED,
            "A zip file is taken only as a bulk-scan envelope, with its metadata.json. Unpack it and upload the papers themselves."),
    ENVELOPE_REFUSED(
            "CB-110",
            Outcome.REJECTED,
            "The bulk-scan envelope is not as agreed, so nothing of it was taken. The scanning supplier must put it right and send it again."),
    MESSAGE_UNKNOWN(
            "CB-121",
            Outcome.REJECTED,
            "This is data that we do not know how to read. Upload a result message of SPI, a court list of Libra, a"
                    + " hearing of the Common Platform, or the paper itself."),
    TOO_MANY_PAGES(
            "CB-201",
            Outcome.QUARANTINED,
            "The file has more pages than we read at once. Split it and upload the parts."),
    TOO_MUCH_TEXT(
            "CB-202",
            Outcome.QUARANTINED,
            "The file holds more text than a court paper can. Check that it is the right file."),
    TOO_MANY_GLYPHS(
            "CB-203",
            Outcome.QUARANTINED,
            "A page of the file draws more characters than a page can show. Print it to a new PDF and upload that."),
    TOO_DEEP(
            "CB-204",
            Outcome.QUARANTINED,
            "The file has files within files too deep to open. Upload the papers themselves."),
    TOO_EXPANSIVE(
            "CB-205", Outcome.QUARANTINED, "The file unpacks to far more than its size. Upload the papers themselves."),
    TOO_MUCH_MEMORY(
            "CB-206",
            Outcome.QUARANTINED,
            "Reading the file took more memory than allowed. Print it to a new PDF and upload that."),
    TOO_SLOW(
            "CB-207",
            Outcome.QUARANTINED,
            "Reading the file took longer than allowed. Print it to a new PDF and upload that."),
    DIED_BEFORE(
            "CB-208",
            Outcome.QUARANTINED,
            "Reading this file failed without a word before, so it is not tried again. Print it to a new PDF and upload that."),
    TOO_MANY_PARTS(
            "CB-209",
            Outcome.REJECTED,
            "The file holds more papers than we take apart at once. Send them in several files."),
    MESSAGE_TOO_DEEP(
            "CB-221",
            Outcome.QUARANTINED,
            "The message lays its parts deeper within one another than any we know. Ask who sent it to look at it."),
    MESSAGE_TOO_MANY_PARTS(
            "CB-222",
            Outcome.QUARANTINED,
            "The message has more parts than we read at once. Ask who sent it to send it in several."),
    MESSAGE_VALUE_TOO_LONG(
            "CB-223",
            Outcome.QUARANTINED,
            "One value of the message is longer than any court writes. Ask who sent it to look at it."),
    MESSAGE_TOO_MANY_RECORDS(
            "CB-224",
            Outcome.QUARANTINED,
            "The message is about more defendants than we read at once. Ask who sent it to send it in several."),
    MESSAGE_DRAWS_ON_OTHERS(
            "CB-225",
            Outcome.QUARANTINED,
            "The message asks us to put it together from other sources, which no court message does. Tell your IT"
                    + " service."),
    UNCLASSIFIED(
            "CB-301",
            Outcome.REVIEW,
            "We could not tell what kind of paper this is. Check that it is the right file, or send a clearer copy."),
    NO_TEXT(
            "CB-302",
            Outcome.REVIEW,
            "The file is a picture without text, and no text recognition is set up here. A person must read it."),
    NO_RECORD(
            "CB-303",
            Outcome.REVIEW,
            "We know the kind of paper but could not find whom it is about. A person must read it."),
    BLOCKED_BY_FINDING("CB-304", Outcome.REVIEW, "A mistake in the paper must be dealt with before it can leave."),
    AMENDS_IN_DOUBT(
            "CB-305",
            Outcome.REVIEW,
            "A paper about the same matter is already here and it is not certain which is newer. Say which one holds."),
    REPLACES_ANOTHER(
            "CB-311",
            Outcome.REVIEW,
            "You said that this paper replaces an earlier one, but that one is of another kind or about another person,"
                    + " case or hearing. Send it again with the right one named, or with none."),
    PILE_IN_DOUBT(
            "CB-306",
            Outcome.REVIEW,
            "The file seems to hold several papers, and it is not certain where each begins. Split it by hand and send each paper as one file."),
    PAPER_IS_WRONG(
            "CB-307",
            Outcome.REJECTED,
            "A person compared the paper with what was read and found the paper itself wrong. Correct it and send a new paper."),
    AWAITS_SECOND_PERSON(
            "CB-308",
            Outcome.REVIEW,
            "A sum of money was corrected. A second person must confirm that before the paper can leave."),
    DECIDED("CB-309", Outcome.RETRYABLE, "A person has decided about this paper. It goes on by itself."),
    UNEXPECTED(
            "CB-900",
            Outcome.RETRYABLE,
            "Something went wrong on our side. It is tried again by itself; nothing is lost.");

    /** What becomes of the paper. */
    public enum Outcome {
        /** The queue brings it back by itself. */
        RETRYABLE,
        /** The paper is wrong: the sender must send another. */
        REJECTED,
        /** A person at the review desk decides. */
        REVIEW,
        /** The paper is dangerous or unreadable: kept, never parsed again, visible. */
        QUARANTINED
    }

    private final String code;
    private final Outcome outcome;
    private final String sentence;

    FailureCode(String code, Outcome outcome, String sentence) {
        this.code = code;
        this.outcome = outcome;
        this.sentence = sentence;
    }

    /** The stable code, such as {@code CB-105}. */
    public String code() {
        return code;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** What happened and what to do next, for a clerk. */
    public String sentence() {
        return sentence;
    }

    /**
     * The failure with a stable code.
     *
     * @throws IllegalArgumentException if no failure has it
     */
    public static FailureCode ofCode(String code) {
        for (FailureCode failure : values()) {
            if (failure.code.equals(code)) {
                return failure;
            }
        }
        throw new IllegalArgumentException("No failure has the code " + code);
    }
}
