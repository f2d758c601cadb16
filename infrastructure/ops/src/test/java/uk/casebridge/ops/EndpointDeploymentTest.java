package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;

/** An endpoint that speaks just enough of AWS to refuse a resource, as LocalStack's free tier refuses an HTTP API. */
class EndpointDeploymentTest {

    @TempDir
    private Path folder = Path.of("");

    private HttpServer endpoint;
    private volatile String stackStatus = "CREATE_COMPLETE";
    private volatile boolean created;

    EndpointDeploymentTest() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws IOException {
        endpoint.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String answer = "";
            int status = 200;
            if (body.startsWith("Action=")) {
                answer = cloudFormation(URLDecoder.decode(body, StandardCharsets.UTF_8));
                status = answer.startsWith("<ErrorResponse") ? 400 : 200;
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            boolean noBody = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
            exchange.sendResponseHeaders(status, noBody ? -1 : bytes.length);
            if (!noBody) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        endpoint.start();
        Files.writeString(folder.resolve("casebridge-door.assets.json"), "{\"files\": {}}");
        Files.writeString(folder.resolve("casebridge-door.template.json"), "{}");
    }

    private String cloudFormation(String body) {
        if (body.startsWith("Action=CreateStack")) {
            created = true;
            return "<CreateStackResponse><CreateStackResult><StackId>s</StackId></CreateStackResult></CreateStackResponse>";
        }
        if (body.startsWith("Action=DescribeStackEvents")) {
            return "<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>"
                    + "<member><EventId>1</EventId><StackId>s</StackId><StackName>casebridge-door</StackName>"
                    + "<LogicalResourceId>Api</LogicalResourceId><ResourceType>AWS::ApiGatewayV2::Api</ResourceType>"
                    + "<ResourceStatus>CREATE_FAILED</ResourceStatus>"
                    + "<ResourceStatusReason>not included in your license</ResourceStatusReason>"
                    + "<Timestamp>2026-11-23T09:00:00Z</Timestamp></member>"
                    + "</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>";
        }
        if (!created) {
            return "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code>"
                    + "<Message>Stack with id casebridge-door does not exist</Message></Error></ErrorResponse>";
        }
        return "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>casebridge-door</StackName>"
                + "<CreationTime>2026-11-23T09:00:00Z</CreationTime><StackStatus>" + stackStatus
                + "</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>";
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
    }

    @Test
    void shouldNameEachResourceTypeThatWasRefused() throws Exception {
        stackStatus = "CREATE_FAILED";

        assertThat(deploy()).containsExactly("AWS::ApiGatewayV2::Api Api: not included in your license");
    }

    @Test
    void shouldRefuseNothingWhereTheStackStands() throws Exception {
        assertThat(deploy()).isEmpty();
    }

    private List<String> deploy() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort());
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        try (S3Client s3 = S3Client.builder()
                        .endpointOverride(address)
                        .region(Region.EU_WEST_2)
                        .credentialsProvider(credentials)
                        .forcePathStyle(true)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                CloudFormationClient cloudFormation = CloudFormationClient.builder()
                        .endpointOverride(address)
                        .region(Region.EU_WEST_2)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            return new EndpointDeployment(cloudFormation, s3, new PrintWriter(new StringWriter()))
                    .deploy(new SynthesisedApp(folder), "casebridge-door", "000000000000", "eu-west-2");
        }
    }
}
