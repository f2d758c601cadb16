package uk.casebridge.store.aws;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Decisions;
import uk.casebridge.store.Page;

/** Decisions in the table, beside the paper they are about. */
final class AwsDecisions implements Decisions {

    private static final int AT_ONCE = 500;

    private final AwsTable table;

    AwsDecisions(AwsTable table) {
        this.table = table;
    }

    @Override
    public List<Decision> of(PaperId paper) {
        return AwsQueries.all(table.decisions(), Rows.paper(paper), DecisionRows.DECISION).stream()
                .map(DecisionRows.Decided::decision)
                .toList();
    }

    @Override
    public boolean add(Decision decision, Paper from, Paper to, Tally tally, AuditEntry entry) {
        DecisionRows.Decided row = new DecisionRows.Decided(decision, from.court(), tally);
        TransactWriteItemsEnhancedRequest.Builder writes = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(table.decisions(), AwsTable.put(DecisionRows.Decided.class, row, AwsTable.absent()))
                .addPutItem(
                        table.papers(),
                        AwsTable.put(
                                Paper.class, to, AwsTable.unmoved(from.state().name(), from.attempts())))
                .addPutItem(table.audit(), table.line(entry));
        if (decision.number() > 1) {
            writes.addConditionCheck(
                    table.decisions(),
                    check -> check.key(
                                    AwsTable.key(Rows.paper(decision.paper()), DecisionRows.key(decision.number() - 1)))
                            .conditionExpression(AwsTable.present()));
        }
        return table.together(writes.build()).isEmpty();
    }

    @Override
    public List<Tally> tallies(CourtCode court, YearMonth month) {
        List<Tally> tallies = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<DecisionRows.Decided> page = AwsQueries.page(
                    table.decisions(), RowSchema.BY_COURT, DecisionRows.monthPk(court, month), true, cursor, AT_ONCE);
            page.items().forEach(row -> tallies.add(row.tally()));
            cursor = page.next();
        } while (cursor.isPresent());
        return List.copyOf(tallies);
    }
}
