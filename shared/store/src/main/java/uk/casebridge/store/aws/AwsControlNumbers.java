package uk.casebridge.store.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.ControlNumbers;

/** Document control numbers in the table: a row for each, under a keyed hash, all of an envelope in one transaction. */
final class AwsControlNumbers implements ControlNumbers {

    /** What a transaction takes at most. */
    private static final int MOST = 100;

    private final AwsTable table;
    private final Keys keys;

    AwsControlNumbers(AwsTable table, Keys keys) {
        this.table = table;
        this.keys = keys;
    }

    @Override
    public List<String> claim(PaperId paper, Bundle.Envelope envelope) {
        List<String> numbers = envelope.controlNumbers();
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("An envelope has " + MOST + " control numbers at most");
        }
        TransactWriteItemsEnhancedRequest.Builder writes = TransactWriteItemsEnhancedRequest.builder();
        for (String number : numbers) {
            writes.addPutItem(
                    table.numbers(),
                    AwsTable.put(
                            Rows.Numbered.class,
                            new Rows.Numbered(keys.hash("control-number", number), paper, envelope.name()),
                            freeFor(paper, envelope)));
        }
        return AwsTable.failedAt(table.together(writes.build())).stream()
                .map(numbers::get)
                .toList();
    }

    private static Expression freeFor(PaperId paper, Bundle.Envelope envelope) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":paper", AttributeValue.fromS(paper.value()));
        String condition = "attribute_not_exists(pk) OR #paper = :paper";
        if (envelope.rescanFor().isPresent()) {
            values.put(":rescan", AttributeValue.fromS(envelope.rescanFor().get()));
            condition += " OR #envelope = :rescan";
        }
        Expression.Builder free = Expression.builder()
                .expression(condition)
                .expressionValues(values)
                .putExpressionName("#paper", "paper");
        return envelope.rescanFor().isPresent()
                ? free.putExpressionName("#envelope", "envelope").build()
                : free.build();
    }
}
