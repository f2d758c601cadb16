package uk.casebridge.store.memory;

import java.util.Comparator;
import java.util.List;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Audit;
import uk.casebridge.store.AuditEntry;

/** The timeline of papers, in memory. */
public final class MemoryAudit implements Audit {

    private final MemoryTable table;

    MemoryAudit(MemoryTable table) {
        this.table = table;
    }

    @Override
    public void append(AuditEntry entry) {
        synchronized (table) {
            table.note(entry);
        }
    }

    @Override
    public List<AuditEntry> of(PaperId paper) {
        synchronized (table) {
            return table.audit.getOrDefault(paper, List.of()).stream()
                    .sorted(Comparator.comparing(AuditEntry::at))
                    .toList();
        }
    }
}
