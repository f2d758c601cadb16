package uk.casebridge.domain.kind;

/** What one record of a kind is about; a paper gives one record for each. */
public enum Unit {
    /** A case with all its defendants. */
    CASE,
    /** One defendant at one hearing, whatever cases were heard. */
    DEFENDANT_AT_HEARING,
    /** One defendant in one case at one hearing: somebody with two cases there gives two records. */
    DEFENDANT_IN_CASE,
    /** One person, whom the first path of the key of the kind names. */
    PERSON
}
