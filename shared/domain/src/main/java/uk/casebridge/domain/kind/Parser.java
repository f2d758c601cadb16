package uk.casebridge.domain.kind;

/** How the words of a field become its value. Canonical forms are those of {@code Field.value}. */
public enum Parser {
    /** As it stands, white space collapsed. A lone hyphen means nothing was entered. */
    TEXT,
    /** Lines kept apart by a line feed. */
    LINES,
    /** A person's name, with a title taken off. */
    NAME,
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
    OFFENCE_CODE,
    COURT_CODE,
    POSTCODE,
    YES_NO,
    /** A plea with its date: the value is the plea; the date goes to the sibling field {@code …Date}. */
    PLEA
}
