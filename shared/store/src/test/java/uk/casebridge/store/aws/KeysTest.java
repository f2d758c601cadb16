package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.store.contract.Samples;

class KeysTest {

    private final Table table = new Table();
    private final Wrapping wrapping = new Wrapping();

    @Test
    void shouldDeriveAKeyOf256BitsThatIsTheSameInEveryContainer() {
        SecretKey key = container().derived("session");

        assertThat(key.getAlgorithm()).isEqualTo("AES");
        assertThat(key.getEncoded()).hasSize(32);
        assertThat(container().derived("session").getEncoded()).isEqualTo(key.getEncoded());
    }

    @Test
    void shouldDeriveAnotherKeyForEveryPurpose() {
        Keys keys = container();

        assertThat(keys.derived("session").getEncoded())
                .isNotEqualTo(keys.derived("form").getEncoded())
                .isNotEqualTo(keys.sealing().getEncoded());
    }

    @Test
    void shouldNotGiveTheStartOfADerivedKeyAwayByAHash() {
        Keys keys = container();
        byte[] key = keys.derived("session").getEncoded();

        for (String purpose : new String[] {"", "key", "session", "case"}) {
            for (String text : new String[] {"", "session", "key|session"}) {
                assertThat(keys.hash(purpose, text)).isNotEqualTo(start(key));
            }
        }
    }

    @Test
    void shouldGiveAStoreTheKeyOfItsTable() {
        AwsClients clients = AwsClients.of(
                table,
                new S3Client() {
                    @Override
                    public String serviceName() {
                        return S3Client.SERVICE_NAME;
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                },
                new SqsClient() {
                    @Override
                    public String serviceName() {
                        return SqsClient.SERVICE_NAME;
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                },
                wrapping);
        AwsStore store = AwsStore.of(clients, names(), Samples.clock());

        assertThat(store.keyFor("session").getEncoded())
                .isEqualTo(container().derived("session").getEncoded());
    }

    @Test
    void shouldTakeTheKeysOfAContainerThatWasQuicker() {
        Keys quick = container();
        table.beforePut = quick::sealing;

        Keys slow = container();

        assertThat(slow.sealing().getEncoded()).isEqualTo(quick.sealing().getEncoded());
        assertThat(slow.derived("session").getEncoded())
                .isEqualTo(quick.derived("session").getEncoded());
    }

    @Test
    void shouldNotOpenTheKeysOfAnotherTable() {
        container().sealing();

        assertThatThrownBy(() -> new Keys(() -> table, () -> wrapping, "another", "alias/casebridge").sealing())
                .isInstanceOf(InvalidCiphertextException.class);
    }

    private Keys container() {
        return new Keys(() -> table, () -> wrapping, "papers", "alias/casebridge");
    }

    private static AwsNames names() {
        return new AwsNames(
                "papers",
                "alias/casebridge",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static String start(byte[] key) {
        return HexFormat.of().formatHex(key, 0, 16);
    }

    /** One item, and a moment before it is put in which somebody else may put theirs. */
    private static final class Table implements DynamoDbClient {

        private Map<String, AttributeValue> item = Map.of();
        private Runnable beforePut = () -> {};

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return GetItemResponse.builder().item(item).build();
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            Runnable before = beforePut;
            beforePut = () -> {};
            before.run();
            if (!item.isEmpty()) {
                throw ConditionalCheckFailedException.builder()
                        .message("it is there")
                        .build();
            }
            item = request.item();
            return PutItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** A KMS that unwraps what it wrapped, in the context it was wrapped in. */
    private static final class Wrapping implements KmsClient {

        private final SecureRandom chance = new SecureRandom();
        private final Map<SdkBytes, SdkBytes> keys = new HashMap<>();
        private final Map<SdkBytes, Map<String, String>> contexts = new HashMap<>();

        @Override
        public GenerateDataKeyResponse generateDataKey(GenerateDataKeyRequest request) {
            SdkBytes wrapped = random();
            keys.put(wrapped, random());
            contexts.put(wrapped, request.encryptionContext());
            return GenerateDataKeyResponse.builder()
                    .ciphertextBlob(wrapped)
                    .plaintext(keys.get(wrapped))
                    .build();
        }

        @Override
        public DecryptResponse decrypt(DecryptRequest request) {
            if (!request.encryptionContext().equals(contexts.get(request.ciphertextBlob()))) {
                throw InvalidCiphertextException.builder()
                        .message("another context")
                        .build();
            }
            return DecryptResponse.builder()
                    .plaintext(keys.get(request.ciphertextBlob()))
                    .build();
        }

        private SdkBytes random() {
            byte[] bytes = new byte[32];
            chance.nextBytes(bytes);
            return SdkBytes.fromByteArray(bytes);
        }

        @Override
        public String serviceName() {
            return KmsClient.SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
