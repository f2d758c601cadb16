package uk.casebridge.store;

import java.util.List;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.PaperId;

/**
 * The document control numbers of bulk-scan envelopes. A number is given to one scanned document only, whichever
 * envelope it lies in, so that the same number in another envelope is a mistake of the supplier's, or a rescan.
 */
public interface ControlNumbers {

    /**
     * Claims the numbers of an envelope, all or none. Claiming them again for the same paper changes nothing. What an
     * envelope holds passes to the one that names it as what it was scanned again for.
     *
     * @param paper the envelope as a paper
     * @param envelope what it says of itself; its numbers differ from one another
     * @return the numbers that another envelope holds, in the order of the envelope; none if all are claimed now
     */
    List<String> claim(PaperId paper, Bundle.Envelope envelope);
}
