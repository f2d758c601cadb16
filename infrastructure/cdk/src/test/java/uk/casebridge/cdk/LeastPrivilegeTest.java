package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeastPrivilegeTest {

    /** Something a room may do, and to what: the logical id or export it is about, with what follows it. */
    private record Right(Room room, String action, String resource) {}

    private final List<Right> rights = rights();

    @Test
    void shouldNameEveryAction() {
        assertThat(rights).isNotEmpty().noneMatch(right -> right.action().contains("*"));
    }

    @Test
    void shouldNameEveryResourceButForTextractWhichKnowsNone() {
        assertThat(rights.stream().filter(right -> right.resource().startsWith("*")))
                .containsExactly(new Right(Room.EXTRACT, "textract:DetectDocumentText", "*"));
    }

    @Test
    void shouldLetNobodyPassARoleOrChangeAPolicy() {
        assertThat(rights.stream().map(right -> right.action().split(":")[0]).distinct())
                .containsExactlyInAnyOrder("dynamodb", "kms", "logs", "s3", "sqs", "textract");
        assertThat(rights).noneMatch(right -> right.action().matches("(kms|s3|sqs):.*(Policy|Acl|Grant|Schedule).*"));
    }

    @Test
    void shouldLetNobodyDeleteAPaperOrShortenItsLock() {
        assertThat(rights)
                .noneMatch(right ->
                        right.action().startsWith("s3:Delete") || right.action().contains("Bypass"));
    }

    @Test
    void shouldLetTheRelayTheSweepAndTheOperatorAloneSendToRecipients() {
        assertThat(rooms("sqs:SendMessage", "Queue")).containsExactlyInAnyOrder(Room.RELAY, Room.SWEEP, Room.OPERATOR);
    }

    @Test
    void shouldLetOnlyTheGateAndWhoMakesUploadFormsTouchIncoming() {
        assertThat(rooms("s3:GetObject", "Incoming")).containsExactly(Room.EXTRACT);
        assertThat(rooms("s3:PutObject", "Incoming")).containsExactlyInAnyOrder(Room.OPERATOR, Room.PORTAL);
    }

    @Test
    void shouldLetOnlyTheGateWriteOriginals() {
        assertThat(rooms("s3:PutObject", "Originals")).containsExactly(Room.EXTRACT);
        assertThat(rooms("s3:PutObjectRetention", "Originals")).containsExactly(Room.EXTRACT);
    }

    @Test
    void shouldKeepTheRelayTheSweepAndTheOperatorFromReadingOriginals() {
        assertThat(rooms("s3:GetObject", "Originals"))
                .containsExactlyInAnyOrder(Room.EXTRACT, Room.PICTURE, Room.AGENCIES, Room.PORTAL);
    }

    @Test
    void shouldLetWhoReadsRecordsReadEvidenceAndOnlyWhoSeesPapersWriteIt() {
        assertThat(rooms("s3:GetObject", "Evidence")).isEqualTo(EnumSet.complementOf(EnumSet.of(Room.SWEEP)));
        assertThat(rooms("s3:PutObject", "Evidence")).containsExactlyInAnyOrder(Room.EXTRACT, Room.PICTURE);
    }

    @Test
    void shouldLetOnlyTheOperatorImportStandingData() {
        assertThat(rooms("s3:PutObject", "StandingData")).containsExactly(Room.OPERATOR);
        assertThat(rooms("s3:GetObject", "StandingData")).containsExactlyInAnyOrder(Room.EXTRACT, Room.OPERATOR);
        assertThat(rooms("s3:ListBucket", "StandingData")).isEqualTo(rooms("s3:GetObject", "StandingData"));
    }

    @Test
    void shouldLetOnlyTheOperatorIntoTheRecipientsDeadLetters() {
        assertThat(rooms("sqs:ReceiveMessage", "OrdinaryDeadLetters")).containsExactly(Room.OPERATOR);
        assertThat(rooms("sqs:DeleteMessage", "UrgentDeadLetters")).containsExactly(Room.OPERATOR);
        assertThat(rights.stream()
                        .filter(right -> right.resource().contains("DeadLetters"))
                        .map(Right::room)
                        .collect(Collectors.toSet()))
                .containsExactly(Room.OPERATOR);
    }

    @Test
    void shouldLetNobodyReceiveWhatIsForARecipient() {
        assertThat(rights)
                .noneMatch(right -> right.action().equals("sqs:ReceiveMessage") && isRecipientQueue(right.resource()));
    }

    @Test
    void shouldLetOnlyTheRelayReadTheStream() {
        assertThat(rooms("dynamodb:GetRecords", "")).containsExactly(Room.RELAY);
    }

    @Test
    void shouldLetEveryFunctionWriteItsOwnLogAlone() {
        for (Room room : Room.values()) {
            assertThat(rights.stream()
                            .filter(right ->
                                    right.room() == room && right.action().startsWith("logs:"))
                            .map(Right::resource)
                            .collect(Collectors.toSet()))
                    .hasSize(1)
                    .allMatch(resource -> resource.startsWith(room.title() + "Log"));
        }
    }

    @Test
    void shouldOpenARecipientsKeyOnlyToThoseWhoSend() {
        assertThat(rights.stream()
                        .filter(right -> right.action().startsWith("kms:")
                                && !right.resource().contains("DataKey"))
                        .map(Right::room)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Room.RELAY, Room.SWEEP, Room.OPERATOR);
    }

    @Test
    void shouldLetNobodyScanTheTableOrDeleteFromIt() {
        assertThat(rights)
                .noneMatch(right -> right.action().matches("dynamodb:(Scan|DeleteItem|DeleteTable|UpdateTable)"));
    }

    @Test
    void shouldTellWhatIsMissingFromWhatIsForbiddenWhereARoomLooksForObjects() {
        assertThat(rooms("s3:ListBucket", "Incoming")).containsExactly(Room.EXTRACT);
        assertThat(rooms("s3:ListBucket", "Evidence")).isEqualTo(rooms("s3:GetObject", "Evidence"));
        assertThat(rooms("s3:ListBucket", "Originals")).isEmpty();
    }

    private Set<Room> rooms(String action, String resource) {
        Set<Room> rooms = EnumSet.noneOf(Room.class);
        for (Right right : rights) {
            boolean about = resource.equals("Queue")
                    ? isRecipientQueue(right.resource())
                    : right.resource().contains(resource);
            if (right.action().equals(action) && about) {
                rooms.add(right.room());
            }
        }
        return rooms;
    }

    private static boolean isRecipientQueue(String resource) {
        return resource.matches("(.*FnGetAtt)?(CrownCourt|Prison|Careers)(Ordinary|Urgent)Queue.*");
    }

    private static List<Right> rights() {
        List<Right> rights = new ArrayList<>();
        for (Room room : Room.values()) {
            Synthesis.get()
                    .resources("AWS::IAM::Policy")
                    .filter(policy -> policy.id().startsWith(room.title() + "Role"))
                    .flatMap(policy ->
                            policy.properties().at("/PolicyDocument/Statement").valueStream())
                    .forEach(statement -> {
                        assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
                        for (String action : texts(statement.path("Action"))) {
                            for (String resource : texts(statement.path("Resource"))) {
                                rights.add(new Right(room, action, resource));
                            }
                        }
                    });
        }
        return rights;
    }

    private static Set<String> texts(JsonNode oneOrMany) {
        Stream<JsonNode> nodes = oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
        return nodes.map(LeastPrivilegeTest::readable).collect(Collectors.toCollection(TreeSet::new));
    }

    /** An ARN in a form a test can read: what it is the ARN of, then what follows. */
    private static String readable(JsonNode arn) {
        if (arn.isTextual()) {
            return arn.asText();
        }
        for (Map.Entry<String, JsonNode> function : arn.properties()) {
            JsonNode value = function.getValue();
            switch (function.getKey()) {
                case "Fn::GetAtt":
                    return value.path(0).asText();
                case "Fn::ImportValue":
                    return value.asText();
                case "Fn::Join":
                    return value.path(1)
                            .valueStream()
                            .map(LeastPrivilegeTest::readable)
                            .collect(Collectors.joining());
                default:
                    break;
            }
        }
        throw new AssertionError("Not an ARN this test can read: " + arn);
    }
}
