package uk.casebridge.store.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The signed policy of a form that uploads one file straight to a bucket; the SDK signs none. Every field of the form
 * is a condition of the policy, so nothing can be added, left out or changed. Source: Amazon S3 API reference,
 * "Browser-Based Uploads Using POST (AWS Signature Version 4)".
 */
final class PostPolicy {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String bucket;
    private final long maximum;
    private final Instant expiration;
    private final Map<String, String> exact = new LinkedHashMap<>();

    /**
     * @param maximum the greatest size of the file, in bytes; the least is 1
     * @param expiration until when the form may be posted
     */
    PostPolicy(String bucket, long maximum, Instant expiration) {
        this.bucket = bucket;
        this.maximum = maximum;
        this.expiration = expiration;
    }

    /** A field the form must have with exactly this value. */
    PostPolicy field(String name, String value) {
        exact.put(name, value);
        return this;
    }

    /** The fields of the form, in order: those asked for, then policy and signature. The file comes after them. */
    Map<String, String> signed(AwsCredentialsIdentity credentials, String region, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>(exact);
        String day = DAY.format(now);
        fields.put("x-amz-algorithm", ALGORITHM);
        fields.put("x-amz-credential", credentials.accessKeyId() + "/" + day + "/" + region + "/s3/aws4_request");
        fields.put("x-amz-date", MOMENT.format(now));
        if (credentials instanceof AwsSessionCredentialsIdentity session) {
            fields.put("x-amz-security-token", session.sessionToken());
        }
        String policy = Base64.getEncoder().encodeToString(json(fields).getBytes(StandardCharsets.UTF_8));
        fields.put("policy", policy);
        fields.put("x-amz-signature", signature(credentials.secretAccessKey(), day, region, policy));
        return fields;
    }

    /** The signature of a policy, 64 hexadecimal digits: a chain of HMACs from the secret to the policy's base 64. */
    static String signature(String secretKey, String day, String region, String policy) {
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String step : new String[] {day, region, "s3", "aws4_request"}) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private String json(Map<String, String> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(
                    "expiration", expiration.truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeArrayFieldStart("conditions");
            json.writeStartObject();
            json.writeStringField("bucket", bucket);
            json.writeEndObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStartObject();
                json.writeStringField(field.getKey(), field.getValue());
                json.writeEndObject();
            }
            json.writeStartArray();
            json.writeString("content-length-range");
            json.writeNumber(1);
            json.writeNumber(maximum);
            json.writeEndArray();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
