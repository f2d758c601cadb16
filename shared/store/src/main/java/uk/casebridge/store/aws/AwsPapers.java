package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Select;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.PartOf;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Page;
import uk.casebridge.store.Papers;

/** Papers in the table. */
final class AwsPapers implements Papers {

    private static final int PAPER = 0;
    private static final int CLAIM = 1;

    private final AwsTable table;
    private final Keys keys;

    AwsPapers(AwsTable table, Keys keys) {
        this.table = table;
        this.keys = keys;
    }

    @Override
    public void await(Paper paper, AuditEntry entry) {
        if (!write(paper, AwsTable.absent(), entry).isEmpty()) {
            throw new IllegalStateException("There is a paper " + paper.id() + " already");
        }
    }

    @Override
    public Optional<Paper> find(PaperId id) {
        return Optional.ofNullable(table.papers()
                .getItem(get -> get.consistentRead(true).key(AwsTable.key(Rows.paper(id), Rows.PAPER))));
    }

    @Override
    public StoreOutcome store(Paper awaited, Paper stored, AuditEntry entry) {
        Sha256 sha256 = stored.sha256()
                .orElseThrow(() -> new IllegalArgumentException("A stored paper has a SHA-256: " + stored.id()));
        Rows.Claim claim = claim(stored, sha256);
        List<CancellationReason> reasons = table.together(TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(table.papers(), AwsTable.put(Paper.class, stored, unmoved(awaited)))
                .addPutItem(table.claims(), AwsTable.put(Rows.Claim.class, claim, free()))
                .addPutItem(table.audit(), table.line(entry))
                .build());
        if (reasons.isEmpty()) {
            return new StoreOutcome.Stored();
        }
        return outcome(reasons);
    }

    private StoreOutcome outcome(List<CancellationReason> reasons) {
        if (AwsTable.conditionFailed(reasons.get(PAPER))) {
            return new StoreOutcome.Moved();
        }
        Rows.Claim first =
                table.claims().tableSchema().mapToItem(reasons.get(CLAIM).item());
        return new StoreOutcome.SameBytes(first.paper());
    }

    private Rows.Claim claim(Paper paper, Sha256 sha256) {
        return new Rows.Claim(keys.hash("bytes", paper.court().house() + "|" + sha256), paper.id(), false);
    }

    @Override
    public StoreOutcome storePart(Paper part, KeptPart note, AuditEntry entry) {
        Sha256 sha256 = part.sha256()
                .orElseThrow(() -> new IllegalArgumentException("A stored part has a SHA-256: " + part.id()));
        PartOf partOf =
                part.partOf().orElseThrow(() -> new IllegalArgumentException("No part of a bundle: " + part.id()));
        TransactWriteItemsEnhancedRequest.Builder writes = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(table.papers(), AwsTable.put(Paper.class, part, AwsTable.absent()));
        if (part.state() != PaperState.DUPLICATE) {
            writes.addPutItem(table.claims(), AwsTable.put(Rows.Claim.class, claim(part, sha256), free()));
        }
        List<CancellationReason> reasons =
                table.together(writes.addPutItem(table.bundled(), new Rows.Bundled(partOf.bundle(), note))
                        .addPutItem(table.audit(), table.line(entry))
                        .build());
        return reasons.isEmpty() ? new StoreOutcome.Stored() : outcome(reasons);
    }

    @Override
    public void notePart(PaperId bundle, KeptPart note) {
        table.bundled().putItem(new Rows.Bundled(bundle, note));
    }

    @Override
    public List<KeptPart> partsOf(PaperId bundle) {
        return AwsQueries.all(table.bundled(), Rows.paper(bundle), Rows.BUNDLE).stream()
                .map(Rows.Bundled::part)
                .toList();
    }

    @Override
    public boolean move(Paper from, Paper to, AuditEntry entry) {
        return write(to, unmoved(from), entry).isEmpty();
    }

    @Override
    public boolean close(Paper from, Paper to, AuditEntry entry) {
        // Parts are only ever added, so a count that was right a moment ago is right still.
        boolean whole = to.state() == PaperState.TAKEN_APART
                ? count(to.id(), Rows.BUNDLE) == to.parts()
                : parts(to.id()) == to.records();
        return whole && write(to, unmoved(from), entry).isEmpty();
    }

    @Override
    public boolean instruct(Instruction instruction, Paper from, Paper to, AuditEntry entry) {
        return table.together(TransactWriteItemsEnhancedRequest.builder()
                        .addPutItem(table.papers(), AwsTable.put(Paper.class, to, unmoved(from)))
                        .addPutItem(
                                table.instructions(), AwsTable.put(Instruction.class, instruction, AwsTable.absent()))
                        .addPutItem(table.audit(), table.line(entry))
                        .build())
                .isEmpty();
    }

    @Override
    public List<Instruction> instructions(PaperId paper) {
        return AwsQueries.all(table.instructions(), Rows.paper(paper), InstructionRows.INSTRUCTION).stream()
                .sorted(Comparator.comparing(Instruction::at))
                .toList();
    }

    @Override
    public boolean withdraw(Paper from, Paper to, AuditEntry entry) {
        Optional<Rows.Claim> claim =
                from.sha256().map(sha256 -> claim(from, sha256)).filter(this::isHeld);
        TransactWriteItemsEnhancedRequest.Builder writes = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(table.papers(), AwsTable.put(Paper.class, to, unmoved(from)));
        claim.ifPresent(held -> writes.addPutItem(
                table.claims(),
                AwsTable.put(Rows.Claim.class, new Rows.Claim(held.hash(), held.paper(), true), heldBy(held.paper()))));
        return table.together(
                        writes.addPutItem(table.audit(), table.line(entry)).build())
                .isEmpty();
    }

    private boolean isHeld(Rows.Claim claim) {
        return Optional.ofNullable(table.claims()
                        .getItem(get ->
                                get.consistentRead(true).key(table.claims().keyFrom(claim))))
                .filter(found -> !found.givenUp() && found.paper().equals(claim.paper()))
                .isPresent();
    }

    /** Nobody has the claim, or who had it gave it up. */
    private static Expression free() {
        return Expression.builder()
                .expression("attribute_not_exists(pk) OR attribute_exists(givenUp)")
                .build();
    }

    private static Expression heldBy(PaperId paper) {
        return Expression.builder()
                .expression("#paper = :paper AND attribute_not_exists(givenUp)")
                .expressionNames(Map.of("#paper", "paper"))
                .expressionValues(Map.of(":paper", AttributeValue.fromS(paper.value())))
                .build();
    }

    @Override
    public Page<Paper> ofCourt(CourtCode court, Optional<String> cursor, int limit) {
        return AwsQueries.page(table.papers(), RowSchema.BY_COURT, Rows.court(court), false, cursor, limit);
    }

    @Override
    public Page<Paper> waiting(CourtCode court, Optional<String> cursor, int limit) {
        return AwsQueries.page(table.papers(), RowSchema.BY_PAPER, PaperRows.deskPk(court), true, cursor, limit);
    }

    @Override
    public List<Paper> inStateSince(PaperState state, Instant before, int limit) {
        return AwsQueries.first(
                table.papers(), RowSchema.BY_STATE, PaperRows.statePk(state), Optional.of(Rows.time(before)), limit);
    }

    /** How many parts are dealt with, however many revisions of each. */
    private long parts(PaperId paper) {
        return AwsQueries.all(table.parts(), Rows.paper(paper), Rows.PART).stream()
                .map(Rows.Part::part)
                .distinct()
                .count();
    }

    private int count(PaperId paper, String rows) {
        return table
                .client()
                .queryPaginator(query -> query.tableName(table.name())
                        .consistentRead(true)
                        .select(Select.COUNT)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :part)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(Rows.paper(paper)),
                                ":part", AttributeValue.fromS(rows))))
                .stream()
                .mapToInt(page -> page.count())
                .sum();
    }

    private static Expression unmoved(Paper read) {
        return AwsTable.unmoved(read.state().name(), read.attempts());
    }

    private List<CancellationReason> write(Paper paper, Expression condition, AuditEntry entry) {
        return table.together(TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(table.papers(), AwsTable.put(Paper.class, paper, condition))
                .addPutItem(table.audit(), table.line(entry))
                .build());
    }
}
