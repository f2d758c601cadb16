package uk.casebridge.domain.person;

/** How what a record says compares with what is known of a person, in one respect. The better comes first. */
public enum Agreement {
    /** The same, as far as spelling allows. */
    AGREES,
    /** Not the same, but of a likeness that slips of the pen explain. */
    ALIKE,
    /** Both say something, and not the same. */
    CLASHES,
    /** One of them says nothing. */
    NOT_TOLD
}
