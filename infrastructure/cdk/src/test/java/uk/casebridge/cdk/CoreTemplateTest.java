package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.casebridge.cdk.Synthesis.Resource;
import uk.casebridge.domain.recipient.Recipient;

class CoreTemplateTest {

    private final Synthesis synthesis = Synthesis.get();

    @Test
    void shouldHaveNoFunctionsButOurs() {
        List<String> handlers = synthesis
                .resources("AWS::Lambda::Function")
                .map(function -> function.properties().path("Handler").asText())
                .toList();

        assertThat(handlers)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Room.values()).map(Room::handler).toList());
    }

    @Test
    void shouldHaveNoCustomResource() {
        assertThat(synthesis.resources().map(Resource::type))
                .noneMatch(type -> type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource"));
    }

    @Test
    void shouldHaveNoInlineCode() {
        assertThat(synthesis.resources("AWS::Lambda::Function"))
                .allMatch(function -> function.properties().at("/Code/ZipFile").isMissingNode());
    }

    @Test
    void shouldRunEveryFunctionOnJava25AndGraviton() {
        assertThat(synthesis.resources("AWS::Lambda::Function")).allSatisfy(function -> {
            assertThat(function.properties().path("Runtime").asText()).isEqualTo("java25");
            assertThat(function.properties().at("/Architectures/0").asText()).isEqualTo("arm64");
        });
    }

    @Test
    void shouldGiveEveryFunctionALogGroupThatForgets() {
        assertThat(synthesis.resources("AWS::Lambda::Function"))
                .allMatch(function ->
                        function.properties().at("/LoggingConfig/LogGroup").has("Ref"));
        assertThat(synthesis.resources("AWS::Logs::LogGroup"))
                .hasSize(Room.values().length + 1)
                .allMatch(group -> group.properties().path("RetentionInDays").asInt() > 0);
    }

    @Test
    void shouldKeepDataWhenAStackIsDeleted() {
        assertThat(Stream.of("AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::Cognito::UserPool")
                        .flatMap(synthesis::resources))
                .hasSize(7)
                .allSatisfy(kept -> {
                    assertThat(kept.body().path("DeletionPolicy").asText()).isEqualTo("Retain");
                    assertThat(kept.body().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                });
    }

    @Test
    void shouldKeepEveryKeyThatDataIsUnder() {
        assertThat(synthesis.resources("AWS::KMS::Key").filter(key -> !key.id().startsWith("Alarms")))
                .hasSize(1 + Recipient.values().length)
                .allSatisfy(key -> {
                    assertThat(key.body().path("DeletionPolicy").asText()).isEqualTo("Retain");
                    assertThat(key.properties().path("EnableKeyRotation").asBoolean())
                            .isTrue();
                });
    }

    @Test
    void shouldRefuseAnythingButTlsOnEveryBucketQueueAndTopic() {
        List<JsonNode> policies = Stream.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")
                .flatMap(synthesis::resources)
                .map(policy -> policy.properties().at("/PolicyDocument/Statement"))
                .toList();

        assertThat(policies)
                .hasSize(5 + QueuesTest.OWN_QUEUES + 4 * Recipient.values().length + 2)
                .allSatisfy(statements -> assertThat(statements.valueStream())
                        .anyMatch(statement -> statement.path("Effect").asText().equals("Deny")
                                && statement
                                        .at("/Condition/Bool/aws:SecureTransport")
                                        .asText()
                                        .equals("false")));
    }

    @Test
    void shouldForgetIncomingAfterADay() {
        JsonNode rule = bucket("Incoming").at("/LifecycleConfiguration/Rules/0");

        assertThat(rule.path("ExpirationInDays").asInt()).isEqualTo(1);
        assertThat(rule.path("Status").asText()).isEqualTo("Enabled");
        assertThat(bucket("Incoming").has("ObjectLockConfiguration")).isFalse();
    }

    @Test
    void shouldAnnounceUploadsByPrefix() {
        Map<String, String> queues = new TreeMap<>();
        for (JsonNode announced : bucket("Incoming").at("/NotificationConfiguration/QueueConfigurations")) {
            queues.put(
                    announced.at("/Filter/S3Key/Rules/0/Value").asText(),
                    announced.at("/Queue/Fn::GetAtt/0").asText());
        }

        assertThat(queues.keySet()).containsExactly("drop/", "papers/", "urgent/");
        assertThat(queues.get("papers/")).startsWith("IntakeQueue").isEqualTo(queues.get("drop/"));
        assertThat(queues.get("urgent/")).startsWith("IntakeUrgentQueue");
    }

    @Test
    void shouldMakeTheIntakeQueuesPoliciesBeforeTheBucketThatAnnounces() {
        assertThat(one("AWS::S3::Bucket", "Incoming")
                        .body()
                        .path("DependsOn")
                        .valueStream()
                        .map(JsonNode::asText))
                .anyMatch(id -> id.startsWith("IntakeQueuePolicy"))
                .anyMatch(id -> id.startsWith("IntakeUrgentQueuePolicy"));
    }

    @Test
    void shouldTakeBrowserUploadsByPostOnly() {
        assertThat(bucket("Incoming")
                        .at("/CorsConfiguration/CorsRules/0/AllowedMethods")
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactly("POST");
    }

    @Test
    void shouldLockOriginalsAndKeepTheirVersions() {
        assertThat(bucket("Originals").at("/VersioningConfiguration/Status").asText())
                .isEqualTo("Enabled");
        assertThat(bucket("Originals")
                        .at("/ObjectLockConfiguration/Rule/DefaultRetention/Mode")
                        .asText())
                .isEqualTo("GOVERNANCE");
    }

    @Test
    void shouldSealPapersUnderOneKeyOfOurs() {
        assertThat(Stream.of("Incoming", "Originals", "Evidence").map(this::bucket))
                .allSatisfy(bucket -> assertThat(bucket.at(
                                        "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID/Fn::GetAtt/0")
                                .asText())
                        .startsWith("DataKey"));
    }

    @Test
    void shouldShutEveryBucketToThePublic() {
        assertThat(synthesis.resources("AWS::S3::Bucket"))
                .allSatisfy(bucket -> assertThat(bucket.properties()
                                .path("PublicAccessBlockConfiguration")
                                .valueStream()
                                .map(JsonNode::asBoolean))
                        .containsExactly(true, true, true, true));
    }

    @Test
    void shouldHaveOneTableWithStreamAndIndexes() {
        JsonNode table = one("AWS::DynamoDB::Table", "Table").properties();

        assertThat(keys(table)).isEqualTo("pk/sk");
        assertThat(table.path("GlobalSecondaryIndexes")
                        .valueStream()
                        .collect(Collectors.toMap(
                                index -> index.path("IndexName").asText(), CoreTemplateTest::keys)))
                .isEqualTo(Map.of(
                        "byState", "statePk/stateSk", "byPaper", "paperPk/paperSk", "byCourt", "courtPk/courtSk"));
        assertThat(table.at("/StreamSpecification/StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("expiresAt");
    }

    @Test
    void shouldGuardTheTable() {
        JsonNode table = one("AWS::DynamoDB::Table", "Table").properties();

        assertThat(table.path("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(table.at("/SSESpecification/KMSMasterKeyId/Fn::GetAtt/0").asText())
                .startsWith("DataKey");
    }

    @Test
    void shouldWakeTheRelayForPendingDeliveriesOnly() {
        JsonNode stream = one("AWS::Lambda::EventSourceMapping", "RelayStream").properties();

        assertThat(stream.at("/FilterCriteria/Filters")).hasSize(1);
        assertThat(stream.at("/FilterCriteria/Filters/0/Pattern").asText())
                .isEqualTo("{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"NewImage\":"
                        + "{\"type\":{\"S\":[\"delivery\"]},\"state\":{\"S\":[\"PENDING\"]}}}}");
    }

    @Test
    void shouldKeepTheOrderOfACaseInTheStream() {
        JsonNode stream = one("AWS::Lambda::EventSourceMapping", "RelayStream").properties();

        assertThat(stream.path("ParallelizationFactor").asInt()).isEqualTo(1);
    }

    @Test
    void shouldGiveUpOnAStreamBatchByHalvesAndSayWhere() {
        JsonNode stream = one("AWS::Lambda::EventSourceMapping", "RelayStream").properties();

        assertThat(stream.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
        assertThat(stream.path("MaximumRetryAttempts").asInt()).isPositive();
        // The stream itself forgets after a day.
        assertThat(stream.path("MaximumRecordAgeInSeconds").asInt()).isBetween(60, 86_400);
        assertThat(stream.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0")
                        .asText())
                .startsWith("RelayFailures");
    }

    @Test
    void shouldLetEveryBatchAnswerPerMessage() {
        assertThat(synthesis.resources("AWS::Lambda::EventSourceMapping"))
                .hasSize(4)
                .allSatisfy(mapping -> assertThat(mapping.properties()
                                .at("/FunctionResponseTypes/0")
                                .asText())
                        .isEqualTo("ReportBatchItemFailures"));
    }

    @Test
    void shouldHideAMessageForLongerThanItsFunctionMayRun() {
        List<Resource> mappings = synthesis
                .resources("AWS::Lambda::EventSourceMapping")
                .filter(mapping -> mapping.properties().has("ScalingConfig"))
                .toList();

        assertThat(mappings).hasSize(3).allSatisfy(mapping -> {
            JsonNode queue = named(mapping.properties().at("/EventSourceArn/Fn::GetAtt/0"));
            JsonNode function = named(mapping.properties().at("/FunctionName/Ref"));
            assertThat(queue.path("VisibilityTimeout").asInt())
                    .isGreaterThan(function.path("Timeout").asInt());
        });
    }

    @Test
    void shouldSweepEveryFiveMinutes() {
        Resource rule = one("AWS::Events::Rule", "SweepSchedule");

        assertThat(rule.properties().path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
        assertThat(rule.properties().at("/Targets/0/Arn/Fn::GetAtt/0").asText()).startsWith("SweepFunction");
    }

    @Test
    void shouldNameNothingThatNobodyOutsideMustKnow() {
        List<String> named = new ArrayList<>();
        synthesis.resources().forEach(resource -> {
            for (String property : List.of("BucketName", "TableName", "FunctionName", "RoleName", "AlarmName")) {
                if (resource.properties().path(property).isTextual()) {
                    named.add(resource.id());
                }
            }
        });

        assertThat(named).isEmpty();
    }

    private JsonNode bucket(String id) {
        return one("AWS::S3::Bucket", id).properties();
    }

    private Resource one(String type, String id) {
        List<Resource> found = synthesis
                .resources(type)
                .filter(resource -> resource.id().startsWith(id))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private JsonNode named(JsonNode id) {
        return synthesis.core().path("Resources").path(id.asText()).path("Properties");
    }

    private static String keys(JsonNode tableOrIndex) {
        return tableOrIndex
                .path("KeySchema")
                .valueStream()
                .map(key -> key.path("AttributeName").asText())
                .collect(Collectors.joining("/"));
    }
}
