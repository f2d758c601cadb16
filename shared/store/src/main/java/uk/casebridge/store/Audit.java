package uk.casebridge.store;

import java.util.List;
import uk.casebridge.domain.paper.PaperId;

/** The timeline of papers. Entries are only ever added. */
public interface Audit {

    void append(AuditEntry entry);

    /** Everything that happened to a paper, the oldest first. */
    List<AuditEntry> of(PaperId paper);
}
