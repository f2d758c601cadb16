package uk.casebridge.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser's upload form with a signed policy for one key and at most 1000 bytes, by the rules of "Authenticating
 * requests in browser-based uploads using POST" in the S3 API reference.
 */
record PostForm(String accessKey, String secretKey, String region, Instant now) {

    HttpResponse<String> send(
            HttpClient http, URI bucket, String keyInPolicy, String key, String content, String origin)
            throws IOException, InterruptedException, GeneralSecurityException {
        String day =
                DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC).format(now);
        String time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(now);
        String credential = accessKey + "/" + day + "/" + region + "/s3/aws4_request";
        String policy = Base64.getEncoder()
                .encodeToString("""
                        {"expiration": "%s", "conditions": [{"bucket": "sample-incoming"}, {"key": "%s"},
                         {"x-amz-algorithm": "AWS4-HMAC-SHA256"}, {"x-amz-credential": "%s"}, {"x-amz-date": "%s"},
                         ["content-length-range", 1, 1000]]}""".formatted(now.plus(Duration.ofMinutes(5)), keyInPolicy, credential, time)
                        .getBytes(StandardCharsets.UTF_8));
        byte[] signing = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, region, "s3", "aws4_request"}) {
            signing = hmac(signing, part);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("x-amz-credential", credential);
        fields.put("x-amz-date", time);
        fields.put("policy", policy);
        fields.put("x-amz-signature", HexFormat.of().formatHex(hmac(signing, policy)));
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n")
                .append("Content-Type: text/plain\r\n\r\n")
                .append(content)
                .append("\r\n--edge--\r\n");
        return http.send(
                HttpRequest.newBuilder(bucket)
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
