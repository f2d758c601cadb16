package uk.casebridge.local.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import uk.casebridge.local.engine.TableEngine;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resource;

/** DynamoDB tables, their indexes and streams. */
public final class Tables implements Family {
    private static final Map<String, String> IGNORED = Map.of(
            "DeletionProtectionEnabled", "the table is gone with the house",
            "PointInTimeRecoverySpecification", "DynamoDB Local has no backups",
            "SSESpecification", "the table is in memory and gone with the house",
            "TimeToLiveSpecification", "DynamoDB Local expires nothing within minutes",
            "ContributorInsightsSpecification", "there are no metrics locally",
            "Tags", "only labels");

    private final TableEngine tables;

    public Tables(TableEngine tables) {
        this.tables = tables;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::DynamoDB::Table");
    }

    @Override
    public Map<String, String> ignored(String type) {
        return IGNORED;
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        String name = properties.text("TableName").orElseGet(() -> Names.physical(resource, 255));
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(
                        BillingMode.fromValue(properties.text("BillingMode").orElse("PAY_PER_REQUEST")))
                .keySchema(keys(properties.json("KeySchema")))
                .attributeDefinitions(attributes(properties.json("AttributeDefinitions")));
        List<GlobalSecondaryIndex> indexes = new ArrayList<>();
        for (Properties index : properties.parts("GlobalSecondaryIndexes")) {
            Properties projection = index.part("Projection");
            List<String> others = projection.texts("NonKeyAttributes");
            indexes.add(GlobalSecondaryIndex.builder()
                    .indexName(index.required("IndexName"))
                    .keySchema(keys(index.json("KeySchema")))
                    .projection(p -> {
                        p.projectionType(projection.required("ProjectionType"));
                        if (!others.isEmpty()) {
                            p.nonKeyAttributes(others);
                        }
                    })
                    .build());
        }
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes);
        }
        Optional<String> view = properties.part("StreamSpecification").text("StreamViewType");
        view.ifPresent(type -> request.streamSpecification(StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(type)
                .build()));
        TableDescription table = tables.tables().createTable(request.build()).tableDescription();
        return new Made(
                name,
                view.isPresent()
                        ? Map.of("Arn", table.tableArn(), "StreamArn", table.latestStreamArn())
                        : Map.of("Arn", table.tableArn()));
    }

    private static List<KeySchemaElement> keys(JsonNode schema) {
        List<KeySchemaElement> keys = new ArrayList<>();
        schema.forEach(key -> keys.add(KeySchemaElement.builder()
                .attributeName(key.path("AttributeName").asText())
                .keyType(key.path("KeyType").asText())
                .build()));
        return keys;
    }

    private static List<AttributeDefinition> attributes(JsonNode definitions) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        definitions.forEach(definition -> attributes.add(AttributeDefinition.builder()
                .attributeName(definition.path("AttributeName").asText())
                .attributeType(definition.path("AttributeType").asText())
                .build()));
        return attributes;
    }
}
