package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.KmsDisabledException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.RecipientAwayException;
import uk.casebridge.store.RecipientQueues.Message;

/** Whatever keeps a message off a queue concerns that queue alone, so the relay must know it by one exception. */
class AwsRecipientQueuesTest {

    private static final Message MESSAGE = new Message("{}", "group", "id");

    private final OneQueueAway sqs = new OneQueueAway();
    private final AwsRecipientQueues queues = new AwsRecipientQueues(
            () -> sqs, Map.of("prison", "https://queue/prison", "careers", "https://queue/careers"), Map.of());

    @ParameterizedTest
    @MethodSource("troubles")
    void shouldSayThatTheRecipientIsAwayWhateverKeepsItsQueueFromTaking(SdkException trouble) throws Exception {
        sqs.trouble = trouble;

        assertThatThrownBy(() -> queues.send(Recipient.PRISON, Urgency.ORDINARY, MESSAGE))
                .isInstanceOf(RecipientAwayException.class)
                .hasCause(trouble);

        queues.send(Recipient.CAREERS, Urgency.ORDINARY, MESSAGE);
        assertThat(sqs.sent).containsExactly("https://queue/careers");
    }

    static Stream<SdkException> troubles() {
        return Stream.of(
                QueueDoesNotExistException.builder().message("gone").build(),
                KmsDisabledException.builder().message("its key is off").build(),
                OverLimitException.builder().message("too many in flight").build(),
                (SqsException) SqsException.builder()
                        .statusCode(403)
                        .message("not allowed")
                        .build(),
                SdkClientException.create("no route to it"),
                ApiCallTimeoutException.create(10_000),
                AbortedException.create("interrupted"));
    }

    @Test
    void shouldSayThatTheRecipientIsAwayWhereNoQueueIsSetForIt() {
        assertThatThrownBy(() -> queues.send(Recipient.PRISON, Urgency.CUSTODY, MESSAGE))
                .isInstanceOf(RecipientAwayException.class)
                .hasMessageContaining("prison-urgent");
    }

    @Test
    void shouldSayThatTheRecipientIsAwayWhereThereIsNoClient() {
        AwsRecipientQueues without = new AwsRecipientQueues(
                () -> {
                    throw SdkClientException.create("no region is set");
                },
                Map.of("prison", "https://queue/prison"),
                Map.of());

        assertThatThrownBy(() -> without.send(Recipient.PRISON, Urgency.ORDINARY, MESSAGE))
                .isInstanceOf(RecipientAwayException.class);
    }

    /** An SQS whose prison queue is in trouble. */
    private static final class OneQueueAway implements SqsClient {

        private final List<String> sent = new ArrayList<>();
        private SdkException trouble = SdkClientException.create("none set");

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            if (request.queueUrl().contains("prison")) {
                throw trouble;
            }
            sent.add(request.queueUrl());
            return SendMessageResponse.builder().messageId("m-1").build();
        }

        @Override
        public String serviceName() {
            return SqsClient.SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
