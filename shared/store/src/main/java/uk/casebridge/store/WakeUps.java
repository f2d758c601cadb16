package uk.casebridge.store;

import uk.casebridge.domain.paper.PaperId;

/** Wake-up calls from the sweep and the operator to the rooms' own queues. The table holds the truth; these may get lost. */
public interface WakeUps {

    /** Asks the extract room to look at a stored paper again. */
    void extract(PaperId paper);

    /** Asks the picture room to draw a paper's pages. */
    void picture(PaperId paper);
}
