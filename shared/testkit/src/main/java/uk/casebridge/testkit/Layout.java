package uk.casebridge.testkit;

/** How a paper looks; courts print the same content in very different ways. */
public enum Layout {
    /** Portrait, ruled tables of label and value, offences as one table under column heads. */
    TABLE,
    /** Landscape, labels and values side by side in two columns without rules. */
    TWO_COLUMN,
    /** Portrait, a letter: sentences, then lines of label, colon and value. */
    LETTER
}
