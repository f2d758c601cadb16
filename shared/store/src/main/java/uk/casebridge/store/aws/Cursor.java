package uk.casebridge.store.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a list goes on: the index's last key, as text that fits into an address and says nothing to its holder. */
final class Cursor {

    private Cursor() {}

    static String of(Map<String, AttributeValue> lastKey) {
        String text = new TreeMap<>(lastKey)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "\t" + entry.getValue().s())
                        .collect(Collectors.joining("\n"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is not one of ours */
    static Map<String, AttributeValue> parse(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        Map<String, AttributeValue> key = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab < 1) {
                throw new IllegalArgumentException("Not a cursor");
            }
            key.put(line.substring(0, tab), AttributeValue.fromS(line.substring(tab + 1)));
        }
        return key;
    }
}
