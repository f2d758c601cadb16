package uk.casebridge.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a function said of a batch, read by the rules of
 * <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch responses</a>.
 *
 * @param whole whether the whole batch failed: the answer names an item that is not in it, or is no answer at all
 * @param failed the items that failed
 */
record BatchAnswer(boolean whole, Set<String> failed) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static BatchAnswer of(byte[] answer, boolean partial, Set<String> items) {
        if (!partial || answer.length == 0) {
            return new BatchAnswer(false, Set.of());
        }
        try {
            Set<String> failed = new LinkedHashSet<>();
            for (JsonNode failure : JSON.readTree(answer).path("batchItemFailures")) {
                String item = failure.path("itemIdentifier").asText();
                if (!items.contains(item)) {
                    return new BatchAnswer(true, items);
                }
                failed.add(item);
            }
            return new BatchAnswer(false, failed);
        } catch (IOException notJson) {
            return new BatchAnswer(true, items);
        }
    }
}
