package uk.casebridge.store.aws;

import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** Puts together the schema of one type of row: how it is written and read, attribute by attribute, with no reflection. */
final class RowSchema<T> {

    static final String BY_STATE = "byState";
    static final String BY_PAPER = "byPaper";
    static final String BY_COURT = "byCourt";

    private final StaticImmutableTableSchema.Builder<T, Draft> schema;

    private RowSchema(Class<T> type, Function<Draft, T> make) {
        this.schema = StaticImmutableTableSchema.builder(type, Draft.class).newItemBuilder(Draft::new, make);
    }

    /** @param type what rows of this schema say they are, in their attribute {@code type} */
    static <T> RowSchema<T> of(
            Class<T> rows, String type, Function<T, String> pk, Function<T, String> sk, Function<Draft, T> make) {
        RowSchema<T> schema = new RowSchema<>(rows, make);
        schema.schema.addAttribute(
                String.class,
                attribute -> attribute
                        .name("pk")
                        .getter(pk)
                        .setter((draft, value) -> draft.put("pk", value))
                        .tags(StaticAttributeTags.primaryPartitionKey()));
        schema.schema.addAttribute(
                String.class,
                attribute -> attribute
                        .name("sk")
                        .getter(sk)
                        .setter((draft, value) -> draft.put("sk", value))
                        .tags(StaticAttributeTags.primarySortKey()));
        return schema.text("type", row -> type);
    }

    RowSchema<T> text(String name, Function<T, String> getter) {
        schema.addAttribute(
                String.class,
                attribute -> attribute.name(name).getter(getter).setter((draft, value) -> draft.put(name, value)));
        return this;
    }

    @SuppressWarnings("NullAway") // The SDK leaves an attribute out whose getter answers null.
    RowSchema<T> maybeText(String name, Function<T, Optional<String>> getter) {
        return text(name, row -> getter.apply(row).orElse(null));
    }

    RowSchema<T> number(String name, Function<T, Long> getter) {
        schema.addAttribute(
                Long.class,
                attribute -> attribute.name(name).getter(getter).setter((draft, value) -> draft.put(name, value)));
        return this;
    }

    RowSchema<T> count(String name, Function<T, Integer> getter) {
        return number(name, row -> getter.apply(row).longValue());
    }

    RowSchema<T> bytes(String name, Function<T, byte[]> getter) {
        schema.addAttribute(
                byte[].class,
                attribute -> attribute.name(name).getter(getter).setter((draft, value) -> draft.put(name, value)));
        return this;
    }

    @SuppressWarnings("NullAway") // The SDK leaves an attribute out whose getter answers null.
    RowSchema<T> maybeBytes(String name, Function<T, Optional<byte[]>> getter) {
        return bytes(name, row -> getter.apply(row).orElse(null));
    }

    /** An index the row stands in where both its keys have a value. */
    @SuppressWarnings("NullAway") // The SDK leaves an attribute out whose getter answers null.
    RowSchema<T> index(String name, Function<T, Optional<String>> pk, Function<T, Optional<String>> sk) {
        String prefix = prefix(name);
        schema.addAttribute(
                String.class,
                attribute -> attribute
                        .name(prefix + "Pk")
                        .getter(row -> pk.apply(row).orElse(null))
                        .setter((draft, value) -> draft.put(prefix + "Pk", value))
                        .tags(StaticAttributeTags.secondaryPartitionKey(name)));
        schema.addAttribute(
                String.class,
                attribute -> attribute
                        .name(prefix + "Sk")
                        .getter(row -> sk.apply(row).orElse(null))
                        .setter((draft, value) -> draft.put(prefix + "Sk", value))
                        .tags(StaticAttributeTags.secondarySortKey(name)));
        return this;
    }

    TableSchema<T> build() {
        return schema.build();
    }

    private static String prefix(String index) {
        return switch (index) {
            case BY_STATE -> "state";
            case BY_PAPER -> "paper";
            case BY_COURT -> "court";
            default -> throw new IllegalArgumentException("The table has no index " + index);
        };
    }
}
