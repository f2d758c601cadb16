package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.casebridge.cdk.Synthesis.Resource;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;

class QueuesTest {

    /** Intake in two lanes and pictures, each with dead letters, and the last queue of the relay. */
    static final int OWN_QUEUES = 7;

    private final Synthesis synthesis = Synthesis.get();

    @Test
    void shouldGiveEveryRecipientTwoLanes() {
        Set<String> names = synthesis
                .resources("AWS::SQS::Queue")
                .map(queue -> queue.properties().path("QueueName").asText())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Recipient.values())
                        .flatMap(recipient -> List.of(
                                "casebridge-" + recipient.id() + ".fifo",
                                "casebridge-" + recipient.id() + "-urgent.fifo",
                                "casebridge-" + recipient.id() + "-dead-letters.fifo",
                                "casebridge-" + recipient.id() + "-urgent-dead-letters.fifo")
                                .stream())
                        .toList());
    }

    @Test
    void shouldKeepEachRecipientsMessagesUnderAKeyOfItsOwn() {
        Set<String> keys = Arrays.stream(Recipient.values())
                .map(recipient -> {
                    Set<String> ofOne = synthesis
                            .resources("AWS::SQS::Queue")
                            .filter(queue -> queue.properties()
                                    .path("QueueName")
                                    .asText()
                                    .startsWith("casebridge-" + recipient.id()))
                            .map(queue -> queue.properties()
                                    .at("/KmsMasterKeyId/Fn::GetAtt/0")
                                    .asText())
                            .collect(Collectors.toSet());
                    assertThat(ofOne).hasSize(1);
                    return ofOne.iterator().next();
                })
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(Recipient.values().length).noneMatch(key -> key.startsWith("DataKey"));
    }

    @Test
    void shouldEncryptEveryQueue() {
        assertThat(synthesis.resources("AWS::SQS::Queue"))
                .allMatch(queue -> queue.properties().has("KmsMasterKeyId"));
    }

    @Test
    void shouldGiveEveryQueueDeadLettersOrAnAlarmOnItsFirstMessage() {
        assertThat(synthesis.resources("AWS::SQS::Queue"))
                .hasSize(OWN_QUEUES + 4 * Recipient.values().length)
                .allSatisfy(queue -> {
                    boolean hasDeadLetters = queue.properties().has("RedrivePolicy");
                    assertThat(hasDeadLetters || isWatched(queue, "ApproximateNumberOfMessagesVisible"))
                            .as(queue.id())
                            .isTrue();
                });
    }

    @Test
    void shouldWatchEveryDeadLetterQueue() {
        List<String> deadLetters = synthesis
                .resources("AWS::SQS::Queue")
                .map(queue -> queue.properties()
                        .at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")
                        .asText())
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(deadLetters)
                .hasSize(3 + 2 * Recipient.values().length)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(
                                isWatched(new Resource(id, synthesis.core()), "ApproximateNumberOfMessagesVisible"))
                        .as(id)
                        .isTrue());
    }

    @Test
    void shouldWatchHowLongMessagesWaitForARecipientOrForReading() {
        assertThat(synthesis
                        .resources("AWS::SQS::Queue")
                        .filter(queue -> queue.properties().has("RedrivePolicy"))
                        .filter(queue -> !queue.id().startsWith("PictureQueue")))
                .hasSize(2 + 2 * Recipient.values().length)
                .allSatisfy(queue -> assertThat(isWatched(queue, "ApproximateAgeOfOldestMessage"))
                        .as(queue.id())
                        .isTrue());
    }

    @Test
    void shouldKeepDeadLettersAtLeastAsLongAsTheirQueueKeepsMessages() {
        // A dead letter keeps the time it was first sent, so a shorter life would lose it on arrival.
        assertThat(synthesis
                        .resources("AWS::SQS::Queue")
                        .filter(queue -> queue.properties().has("RedrivePolicy")))
                .allSatisfy(queue -> {
                    String target = queue.properties()
                            .at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")
                            .asText();
                    int dead = synthesis
                            .core()
                            .at("/Resources/" + target + "/Properties/MessageRetentionPeriod")
                            .asInt();
                    assertThat(dead)
                            .isGreaterThanOrEqualTo(queue.properties()
                                    .path("MessageRetentionPeriod")
                                    .asInt());
                });
    }

    @Test
    void shouldLetTheRecipientReceiveAndNeverSend() {
        List<JsonNode> statements = synthesis
                .resources("AWS::SQS::QueuePolicy")
                .flatMap(policy ->
                        policy.properties().at("/PolicyDocument/Statement").valueStream())
                .filter(statement -> statement.path("Sid").asText().equals("RecipientReceives"))
                .toList();

        assertThat(statements)
                .hasSize(2 * Recipient.values().length)
                .allSatisfy(statement -> assertThat(
                                statement.path("Action").valueStream().map(JsonNode::asText))
                        .contains("sqs:ReceiveMessage", "sqs:DeleteMessage")
                        .doesNotContain("sqs:SendMessage", "sqs:*"));
    }

    @Test
    void shouldCallTheDutyContactWithinMinutesWhenAnUrgentMessageLies() {
        assertThat(Arrays.stream(Recipient.values())
                        .map(recipient -> RecipientLanes.longestWait(recipient, Urgency.CUSTODY)
                                .toMinutes()))
                .allMatch(minutes -> minutes >= 1 && minutes <= 15);
        assertThat(synthesis
                        .resources("AWS::CloudWatch::Alarm")
                        .filter(alarm -> alarm.id().contains("UrgentOldestMessage")))
                .hasSize(Recipient.values().length)
                .allSatisfy(alarm -> assertThat(
                                alarm.properties().path("AlarmActions").toString())
                        .contains("AlarmsDutyContact"));
    }

    private boolean isWatched(Resource queue, String metric) {
        return synthesis
                .resources("AWS::CloudWatch::Alarm")
                .map(Resource::properties)
                .anyMatch(alarm -> alarm.path("MetricName").asText().equals(metric)
                        && alarm.at("/Dimensions/0/Value/Fn::GetAtt/0").asText().equals(queue.id())
                        && !alarm.path("AlarmActions").isEmpty());
    }
}
