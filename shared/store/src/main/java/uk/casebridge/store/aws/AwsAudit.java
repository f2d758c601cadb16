package uk.casebridge.store.aws;

import java.util.List;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Audit;
import uk.casebridge.store.AuditEntry;

/** The timeline of papers in the table, beside the paper it is about. */
final class AwsAudit implements Audit {

    private final AwsTable table;

    AwsAudit(AwsTable table) {
        this.table = table;
    }

    @Override
    public void append(AuditEntry entry) {
        table.audit().putItem(table.line(entry));
    }

    @Override
    public List<AuditEntry> of(PaperId paper) {
        return AwsQueries.all(table.audit(), Rows.paper(paper), Rows.AUDIT).stream()
                .map(Rows.Line::entry)
                .toList();
    }
}
