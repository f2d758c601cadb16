package uk.casebridge.store.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;

/**
 * The table's two keys: one that seals personal fields, one for keyed look-ups. Each is made by KMS once, kept wrapped
 * in the item {@code KEY#data}, and unwrapped once per container.
 */
final class Keys {

    private static final String PK = "KEY#data";
    private static final String SK = "KEY";
    private static final String SEAL = "seal";
    private static final String LOOK_UP = "look-up";

    /** What no look-up's text begins with, so that a hash in the table tells nothing of a derived key. */
    private static final String NO_TEXT = "\u0000key|";

    private final Supplier<DynamoDbClient> dynamoDb;
    private final Supplier<KmsClient> kms;
    private final String table;
    private final String kmsKey;
    private final Lazy<Pair> pair = new Lazy<>(this::load);

    Keys(Supplier<DynamoDbClient> dynamoDb, Supplier<KmsClient> kms, String table, String kmsKey) {
        this.dynamoDb = dynamoDb;
        this.kms = kms;
        this.table = table;
        this.kmsKey = kmsKey;
    }

    /** The key that seals personal fields. */
    SecretKey sealing() {
        return new SecretKeySpec(pair.get().seal(), "AES");
    }

    /** A keyed hash of something personal: 128 bits as 32 hexadecimal digits. The purpose keeps equal texts apart. */
    String hash(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pair.get().lookUp(), "HmacSHA256"));
            byte[] full = mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(full, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    /** A key of its own for a purpose, made from the look-up key: 256 bits, the same in every container. */
    SecretKey derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pair.get().lookUp(), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal((NO_TEXT + purpose).getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private Pair load() {
        Map<String, AttributeValue> item = read().orElseGet(this::make);
        return new Pair(unwrap(item, SEAL), unwrap(item, LOOK_UP));
    }

    private Optional<Map<String, AttributeValue>> read() {
        Map<String, AttributeValue> item = dynamoDb.get()
                .getItem(get -> get.tableName(table).consistentRead(true).key(key()))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private Map<String, AttributeValue> make() {
        Map<String, AttributeValue> item = Map.of(
                "pk",
                AttributeValue.fromS(PK),
                "sk",
                AttributeValue.fromS(SK),
                "type",
                AttributeValue.fromS("key"),
                SEAL,
                AttributeValue.fromB(wrapped(SEAL)),
                LOOK_UP,
                AttributeValue.fromB(wrapped(LOOK_UP)));
        try {
            dynamoDb.get()
                    .putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
            return item;
        } catch (ConditionalCheckFailedException e) {
            // Another container was quicker: its keys are the table's.
            return read().orElseThrow(() -> new IllegalStateException("The table's keys were there and are gone", e));
        }
    }

    private SdkBytes wrapped(String purpose) {
        return kms.get()
                .generateDataKey(
                        make -> make.keyId(kmsKey).keySpec(DataKeySpec.AES_256).encryptionContext(context(purpose)))
                .ciphertextBlob();
    }

    private byte[] unwrap(Map<String, AttributeValue> item, String purpose) {
        AttributeValue wrapped = item.get(purpose);
        if (wrapped == null) {
            throw new IllegalStateException("The table's keys are incomplete: " + purpose);
        }
        byte[] key = kms.get()
                .decrypt(decrypt ->
                        decrypt.keyId(kmsKey).ciphertextBlob(wrapped.b()).encryptionContext(context(purpose)))
                .plaintext()
                .asByteArray();
        if (key.length != 32) {
            throw new IllegalStateException("The key for " + purpose + " has " + key.length + " bytes, not 32");
        }
        return key;
    }

    private Map<String, String> context(String purpose) {
        return Map.of("table", table, "purpose", purpose);
    }

    private static Map<String, AttributeValue> key() {
        return Map.of("pk", AttributeValue.fromS(PK), "sk", AttributeValue.fromS(SK));
    }

    private record Pair(byte[] seal, byte[] lookUp) {
        @Override
        public String toString() {
            return "Pair[sealed]";
        }
    }
}
