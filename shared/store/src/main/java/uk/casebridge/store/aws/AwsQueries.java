package uk.casebridge.store.aws;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import uk.casebridge.store.Page;

/** Reads that several adapters make in the same way. */
final class AwsQueries {

    /** BatchGetItem takes 100 keys at most. */
    private static final int BATCH = 100;

    private AwsQueries() {}

    /** All rows under a key whose sort key begins so, in its order, read strongly. */
    static <T> List<T> all(DynamoDbTable<T> table, String pk, String skBegins) {
        return table
                .query(query -> query.consistentRead(true)
                        .queryConditional(QueryConditional.sortBeginsWith(AwsTable.key(pk, skBegins))))
                .items()
                .stream()
                .toList();
    }

    /** The first rows of an index under a key, all of them or only those whose sort key is less than a bound. */
    static <T> List<T> first(DynamoDbTable<T> table, String index, String pk, Optional<String> below, int limit) {
        Key.Builder key = Key.builder().partitionValue(pk);
        below.ifPresent(key::sortValue);
        QueryConditional condition = below.isPresent()
                ? QueryConditional.sortLessThan(key.build())
                : QueryConditional.keyEqualTo(key.build());
        return table
                .index(index)
                .query(query -> query.queryConditional(condition).limit(limit))
                .stream()
                .flatMap(page -> page.items().stream())
                .limit(limit)
                .toList();
    }

    /** One page of an index under a key. */
    static <T> Page<T> page(
            DynamoDbTable<T> table, String index, String pk, boolean forward, Optional<String> cursor, int limit) {
        Optional<Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> from =
                cursor.map(Cursor::parse);
        List<T> items = new ArrayList<>();
        Iterator<software.amazon.awssdk.enhanced.dynamodb.model.Page<T>> pages = table.index(index)
                .query(query -> {
                    query.queryConditional(QueryConditional.keyEqualTo(
                                    Key.builder().partitionValue(pk).build()))
                            .scanIndexForward(forward)
                            .limit(limit);
                    from.ifPresent(query::exclusiveStartKey);
                })
                .iterator();
        Optional<String> next = Optional.empty();
        if (pages.hasNext()) {
            software.amazon.awssdk.enhanced.dynamodb.model.Page<T> page = pages.next();
            items.addAll(page.items());
            next = Optional.ofNullable(page.lastEvaluatedKey())
                    .filter(last -> !last.isEmpty())
                    .map(Cursor::of);
        }
        return new Page<>(items, next);
    }

    /** The rows with these keys, read strongly, in no order; those that are not there are left out. */
    static <T> List<T> withKeys(AwsTable table, DynamoDbTable<T> rows, Class<T> type, List<Key> keys) {
        List<T> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            ReadBatch.Builder<T> batch = ReadBatch.builder(type).mappedTableResource(rows);
            for (Key key : keys.subList(from, Math.min(from + BATCH, keys.size()))) {
                batch.addGetItem(GetItemEnhancedRequest.builder()
                        .key(key)
                        .consistentRead(true)
                        .build());
            }
            ReadBatch built = batch.build();
            table.enhanced()
                    .batchGetItem(get -> get.readBatches(built))
                    .resultsForTable(rows)
                    .forEach(found::add);
        }
        return found;
    }
}
