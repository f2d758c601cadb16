package uk.casebridge.reading.messages;

import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;

/**
 * How much of anything one message may hold, besides what any paper may. Each has its own failure code.
 *
 * @param depth how deep its parts may lie within one another; the deepest message we know has 20
 * @param parts how many elements or members it may have; a list of a thousand cases has about 40,000
 * @param valueCharacters how long one value may be; courts cut a text at 2,500
 * @param records how many records it may give
 */
record MessageLimits(int depth, int parts, int valueCharacters, int records) {

    static MessageLimits standard() {
        return new MessageLimits(64, 500_000, 100_000, 10_000);
    }

    /**
     * Looks at how many records there are.
     *
     * @throws PaperFailedException if there are more than allowed
     */
    void checkRecords(int count) {
        if (count > records) {
            throw new PaperFailedException(FailureCode.MESSAGE_TOO_MANY_RECORDS, "over " + records + " records");
        }
    }
}
