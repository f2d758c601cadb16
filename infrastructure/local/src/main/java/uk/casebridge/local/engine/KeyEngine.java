package uk.casebridge.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the house needs of KMS: data keys, encryption and decryption with AES-256-GCM under a random key per KMS key,
 * bound to the encryption context. The keys live as long as the house, as everything in it does.
 */
public final class KeyEngine implements AwsEndpoint.Service {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();

    /** Makes a key under its ARN. */
    public void create(String arn) {
        keys.put(arn, new SecretKeySpec(bytes(32), "AES"));
    }

    public void alias(String alias, String arn) {
        aliases.put(alias, arn);
    }

    @Override
    public String target() {
        return "TrentService";
    }

    @Override
    public AwsEndpoint.Answer answer(String operation, JsonNode request) {
        try {
            return switch (operation) {
                case "GenerateDataKey", "GenerateDataKeyWithoutPlaintext" -> {
                    byte[] plain = bytes(request.path("NumberOfBytes").asInt(sizeOf(request)));
                    ObjectNode body = encrypt(request, plain);
                    if (operation.equals("GenerateDataKey")) {
                        body.put("Plaintext", base64(plain));
                    }
                    yield new AwsEndpoint.Answer(200, body);
                }
                case "Encrypt" ->
                    new AwsEndpoint.Answer(
                            200,
                            encrypt(
                                    request,
                                    Base64.getDecoder()
                                            .decode(request.path("Plaintext").asText())));
                case "Decrypt" -> decrypt(request);
                case "DescribeKey" -> {
                    String arn = arn(request);
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.putObject("KeyMetadata")
                            .put("Arn", arn)
                            .put("KeyId", arn.substring(arn.indexOf('/') + 1))
                            .put("Enabled", true)
                            .put("KeyState", "Enabled")
                            .put("KeyUsage", "ENCRYPT_DECRYPT")
                            .put("KeySpec", "SYMMETRIC_DEFAULT");
                    yield new AwsEndpoint.Answer(200, body);
                }
                default ->
                    AwsEndpoint.Answer.error(400, "UnsupportedOperationException", operation + " is not known here");
            };
        } catch (UnknownKeyException e) {
            return AwsEndpoint.Answer.error(400, "NotFoundException", String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return AwsEndpoint.Answer.error(400, "InvalidCiphertextException", "The ciphertext does not open");
        }
    }

    private static int sizeOf(JsonNode request) {
        return request.path("KeySpec").asText().equals("AES_128") ? 16 : 32;
    }

    private ObjectNode encrypt(JsonNode request, byte[] plain) throws GeneralSecurityException {
        String arn = arn(request);
        byte[] name = arn.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = bytes(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(arn), nonce, request).doFinal(plain);
        byte[] blob = ByteBuffer.allocate(2 + name.length + NONCE + sealed.length)
                .putShort((short) name.length)
                .put(name)
                .put(nonce)
                .put(sealed)
                .array();
        return JsonNodeFactory.instance.objectNode().put("KeyId", arn).put("CiphertextBlob", base64(blob));
    }

    private AwsEndpoint.Answer decrypt(JsonNode request) throws GeneralSecurityException {
        ByteBuffer blob = ByteBuffer.wrap(
                Base64.getDecoder().decode(request.path("CiphertextBlob").asText()));
        if (blob.remaining() < 2) {
            throw new IllegalArgumentException("too short");
        }
        int length = blob.getShort();
        if (length < 0 || blob.remaining() < length + NONCE) {
            throw new IllegalArgumentException("too short");
        }
        byte[] name = new byte[length];
        blob.get(name);
        byte[] nonce = new byte[NONCE];
        blob.get(nonce);
        byte[] sealed = new byte[blob.remaining()];
        blob.get(sealed);
        String arn = new String(name, StandardCharsets.UTF_8);
        if (request.has("KeyId") && !arn(request).equals(arn)) {
            return AwsEndpoint.Answer.error(400, "IncorrectKeyException", "Sealed under another key");
        }
        byte[] plain = cipher(Cipher.DECRYPT_MODE, key(arn), nonce, request).doFinal(sealed);
        return new AwsEndpoint.Answer(
                200, JsonNodeFactory.instance.objectNode().put("KeyId", arn).put("Plaintext", base64(plain)));
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, JsonNode request)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        Map<String, String> context = new TreeMap<>();
        request.path("EncryptionContext")
                .properties()
                .forEach(entry -> context.put(entry.getKey(), entry.getValue().asText()));
        cipher.updateAAD(context.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private String arn(JsonNode request) {
        String id = request.path("KeyId").asText();
        String named = aliases.getOrDefault(id.replaceFirst("^arn:.*:(?=alias/)", ""), id);
        return keys.keySet().stream()
                .filter(arn -> arn.equals(named) || arn.endsWith(":key/" + named))
                .findFirst()
                .orElseThrow(() -> new UnknownKeyException("There is no key " + id));
    }

    private SecretKeySpec key(String arn) {
        SecretKeySpec key = keys.get(arn);
        if (key == null) {
            throw new IllegalArgumentException("sealed in another house");
        }
        return key;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static final class UnknownKeyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownKeyException(String message) {
            super(message);
        }
    }
}
