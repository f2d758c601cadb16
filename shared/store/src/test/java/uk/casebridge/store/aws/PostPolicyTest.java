package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class PostPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    /** The example of the S3 API reference, "Examples: Browser-Based Upload using HTTP POST"; its lines end CR LF. */
    private static final String PUBLISHED = String.join(
            "\r\n",
            "{ \"expiration\": \"2015-12-30T12:00:00.000Z\",",
            "  \"conditions\": [",
            "    {\"bucket\": \"sigv4examplebucket\"},",
            "    [\"starts-with\", \"$key\", \"user/user1/\"],",
            "    {\"acl\": \"public-read\"},",
            "    {\"success_action_redirect\": \"http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html\"},",
            "    [\"starts-with\", \"$Content-Type\", \"image/\"],",
            "    {\"x-amz-meta-uuid\": \"14365123651274\"},",
            "    {\"x-amz-server-side-encryption\": \"AES256\"},",
            "    [\"starts-with\", \"$x-amz-meta-tag\", \"\"],",
            "",
            "    {\"x-amz-credential\": \"AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request\"},",
            "    {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"},",
            "    {\"x-amz-date\": \"20151229T000000Z\" }",
            "  ]",
            "}");

    @Test
    void shouldSignAsPublished() {
        String policy = Base64.getEncoder().encodeToString(PUBLISHED.getBytes(StandardCharsets.UTF_8));

        assertThat(PostPolicy.signature("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "20151229", "us-east-1", policy))
                .isEqualTo("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
    }

    @Test
    void shouldMakeEveryFieldACondition() throws Exception {
        Map<String, String> fields = policy().signed(AwsBasicCredentials.create("AKID", "secret"), "eu-west-2", NOW);

        List<String> conditions = new ArrayList<>();
        for (JsonNode condition : decoded(fields).path("conditions")) {
            conditions.add(condition.toString());
        }
        assertThat(conditions)
                .containsExactlyInAnyOrder(
                        "{\"bucket\":\"incoming\"}",
                        "{\"key\":\"papers/p-1\"}",
                        "{\"success_action_status\":\"201\"}",
                        "{\"x-amz-algorithm\":\"AWS4-HMAC-SHA256\"}",
                        "{\"x-amz-credential\":\"AKID/20260302/eu-west-2/s3/aws4_request\"}",
                        "{\"x-amz-date\":\"20260302T093000Z\"}",
                        "[\"content-length-range\",1,1000]");
    }

    @Test
    void shouldSayUntilWhenItIsGood() throws Exception {
        Map<String, String> fields = policy().signed(AwsBasicCredentials.create("AKID", "secret"), "eu-west-2", NOW);

        assertThat(decoded(fields).path("expiration").asText()).isEqualTo("2026-03-02T09:40:00Z");
    }

    @Test
    void shouldCarryTheTokenOfASession() throws Exception {
        Map<String, String> fields =
                policy().signed(AwsSessionCredentials.create("AKID", "secret", "token"), "eu-west-2", NOW);

        assertThat(fields).containsEntry("x-amz-security-token", "token");
        assertThat(decoded(fields).toString()).contains("{\"x-amz-security-token\":\"token\"}");
    }

    private static PostPolicy policy() {
        return new PostPolicy("incoming", 1000, NOW.plusSeconds(600))
                .field("key", "papers/p-1")
                .field("success_action_status", "201");
    }

    private static JsonNode decoded(Map<String, String> fields) throws Exception {
        return new ObjectMapper().readTree(Base64.getDecoder().decode(fields.get("policy")));
    }
}
