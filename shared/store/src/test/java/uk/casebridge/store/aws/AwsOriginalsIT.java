package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.store.Originals.UploadForm;
import uk.casebridge.store.Store;
import uk.casebridge.store.contract.OriginalsContract;
import uk.casebridge.store.contract.Samples;

class AwsOriginalsIT extends OriginalsContract {

    private static final byte[] BYTES = "%PDF-1.7 posted".getBytes(StandardCharsets.UTF_8);

    private final AwsHouse house = AwsHouse.get();
    // Signatures are good for minutes, so these tests need the real time.
    private final AwsStore store = house.store(Clock.systemUTC());
    private final PaperId id = Samples.paperId();

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected void put(String key, byte[] bytes) {
        house.clients().s3().putObject(put -> put.bucket(AwsHouse.INCOMING).key(key), RequestBody.fromBytes(bytes));
    }

    @Test
    void shouldTakeWhatAFormPosts() throws Exception {
        assertThat(post(form(1000, Optional.empty()), Map.of(), BYTES)).isEqualTo(201);

        assertThat(store.originals().incoming("papers/" + id).orElseThrow().size())
                .isEqualTo(BYTES.length);
    }

    @Test
    void shouldRefuseMoreBytesThanTheFormAllows() throws Exception {
        assertThat(post(form(BYTES.length - 1, Optional.empty()), Map.of(), BYTES))
                .isBetween(400, 499);
        assertThat(store.originals().incoming("papers/" + id)).isEmpty();
    }

    @Test
    void shouldRefuseAnotherKey() throws Exception {
        PaperId other = Samples.paperId();

        assertThat(post(form(1000, Optional.empty()), Map.of("key", "papers/" + other), BYTES))
                .isBetween(400, 499);
        assertThat(store.originals().incoming("papers/" + other)).isEmpty();
    }

    @Test
    void shouldRefuseAnotherType() throws Exception {
        assertThat(post(form(1000, Optional.empty()), Map.of("Content-Type", "text/html"), BYTES))
                .isBetween(400, 499);
        assertThat(store.originals().incoming("papers/" + id)).isEmpty();
    }

    @Test
    void shouldRefuseAForgedSignature() throws Exception {
        assertThat(post(form(1000, Optional.empty()), Map.of("x-amz-signature", "0".repeat(64)), BYTES))
                .isBetween(400, 499);
    }

    @Test
    void shouldTakeBytesWithTheHashTheFormNames() throws Exception {
        assertThat(post(form(1000, Optional.of(Sha256.of(BYTES))), Map.of(), BYTES))
                .isEqualTo(201);
    }

    @Test
    void shouldLinkToBytesUnderTheFilesName() throws Exception {
        put("papers/" + id, BYTES);
        String version = store.originals()
                .keep(id, store.originals().incoming("papers/" + id).orElseThrow(), Sha256.of(BYTES));
        URI link = store.originals().link(id, version, "Zoë \"list\".pdf", "application/pdf", Duration.ofSeconds(60));

        HttpResponse<byte[]> answer =
                http().send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Zo_ _list_.pdf\"; filename*=UTF-8''Zo%C3%AB%20%22list%22.pdf");
    }

    @Test
    void shouldNotServeALinkThatWasChanged() throws Exception {
        put("papers/" + id, BYTES);
        String version = store.originals()
                .keep(id, store.originals().incoming("papers/" + id).orElseThrow(), Sha256.of(BYTES));
        URI link = store.originals().link(id, version, "a.pdf", "application/pdf", Duration.ofSeconds(60));
        URI forged = URI.create(link.toString().replace("X-Amz-Expires=60", "X-Amz-Expires=600"));
        assertThat(forged).isNotEqualTo(link);

        assertThat(http().send(HttpRequest.newBuilder(forged).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
    }

    private UploadForm form(long maximum, Optional<Sha256> sha256) {
        return store.originals()
                .uploadForm(id, "application/pdf", false, maximum, sha256, Duration.ofMinutes(10), Optional.empty());
    }

    private static int post(UploadForm form, Map<String, String> changed, byte[] file) throws Exception {
        String boundary = "line-between-parts";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.putAll(changed);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                    + "\"\r\n\r\n" + field.getValue() + "\r\n"));
        }
        body.writeBytes(text("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(text("\r\n--" + boundary + "--\r\n"));
        HttpRequest request = HttpRequest.newBuilder(form.action())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
