package uk.casebridge.extract;

import java.util.Optional;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.record.Reading;

/**
 * What reading a paper gave, kept as soon as the reading has survived it: a later run goes on from here instead of
 * reading again, and only a paper without one can have died while it was read.
 */
interface KeptReadings {

    Optional<Reading> of(Paper paper);

    /** Keeps a reading in place of an earlier one. */
    void keep(Paper paper, Reading reading);
}
