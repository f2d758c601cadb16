package uk.casebridge.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import uk.casebridge.localtable.LocalTable;

/**
 * DynamoDB Local, embedded. It opens no port itself; {@link AwsEndpoint} passes on what functions in class loaders of
 * their own, and outside tools, ask of it over loopback.
 */
public final class TableEngine implements AwsEndpoint.Service, AutoCloseable {
    private final LocalTable engine = LocalTable.start();
    private final DynamoDbClient tables = engine.dynamoDbClient();
    private final DynamoDbStreamsClient streams = engine.dynamoDbStreamsClient();

    public DynamoDbClient tables() {
        return tables;
    }

    public DynamoDbStreamsClient streams() {
        return streams;
    }

    @Override
    public String target() {
        return "DynamoDB_20120810";
    }

    @Override
    public AwsEndpoint.Answer answer(String operation, JsonNode request) {
        try {
            Class<?> type = Class.forName("software.amazon.awssdk.services.dynamodb.model." + operation + "Request");
            SdkPojo builder = (SdkPojo) type.getMethod("builder").invoke(null);
            String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
            Object answer = DynamoDbClient.class.getMethod(method, type).invoke(tables, SdkJson.read(builder, request));
            return new AwsEndpoint.Answer(200, SdkJson.write((SdkPojo) answer));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AwsServiceException refusal) {
                return refusal(refusal);
            }
            throw new IllegalStateException("DynamoDB Local failed at " + operation, e.getCause());
        } catch (ReflectiveOperationException e) {
            return AwsEndpoint.Answer.error(400, "UnknownOperationException", operation + " is not known here");
        }
    }

    private static AwsEndpoint.Answer refusal(AwsServiceException refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        String code = details == null || details.errorCode() == null
                ? refusal.getClass().getSimpleName()
                : details.errorCode();
        String message =
                details == null || details.errorMessage() == null ? refusal.getMessage() : details.errorMessage();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("__type", "com.amazonaws.dynamodb.v20120810#" + code.replaceFirst(".*#", ""));
        body.put("message", message == null ? code : message);
        body.put("Message", message == null ? code : message);
        body.setAll(SdkJson.write(refusal));
        return new AwsEndpoint.Answer(refusal.statusCode() == 0 ? 400 : refusal.statusCode(), body);
    }

    @Override
    public void close() {
        engine.close();
    }
}
