package uk.casebridge.domain.kind;

/** How the words of a field become its value. Canonical forms are those of {@code Field.value}. */
public enum Parser {
    /** As it stands, white space collapsed. A lone hyphen means nothing was entered. */
    TEXT,
    /** Lines kept apart by a line feed. */
    LINES,
    /** A person's name, with a title taken off. */
    NAME,
    /**
     * A day. Of a year of two digits, 00 to 39 are taken for 2000 to 2039 and 40 to 99 for 1940 to 1999; since that is
     * a guess, the confidence falls so far that a person looks at the paper.
     */
    DATE,
    /** A date and a London wall time; the value is a UTC instant. */
    DATE_AND_TIME,
    NUMBER,
    /** Pounds and pence; the value has two decimals and no sign. */
    MONEY,
    URN,
    ASN,
    PNC_ID,
    CRO_NUMBER,
    ULN,
    PRISON_NUMBER,
    /** The number of a fines account. */
    ACCOUNT_NUMBER,
    NI_NUMBER,
    CROWN_CASE_NUMBER,
    OFFENCE_CODE,
    COURT_CODE,
    POSTCODE,
    YES_NO,
    /** A plea with its date: the value is the plea; the date goes to the sibling field {@code …Date}. */
    PLEA
}
