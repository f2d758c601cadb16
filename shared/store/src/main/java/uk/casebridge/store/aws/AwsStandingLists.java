package uk.casebridge.store.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.ListVersions;
import uk.casebridge.store.StandingLists;

/**
 * Imported standing data in their bucket: rows under {@code rows/<hash>}, compressed, and what is imported under {@code
 * versions/<count down>}, one object for each import, of which the newest is the first listed. An import counts when its
 * object is put, and that succeeds once only.
 */
final class AwsStandingLists implements StandingLists {

    private static final String ROWS = "rows/";
    private static final String VERSIONS = "versions/";
    private static final int NUMBERS = 100_000_000;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final Supplier<S3Client> s3;
    private final String bucket;

    AwsStandingLists(Supplier<S3Client> s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public ListVersions versions() {
        return s3
                .get()
                .listObjectsV2(list -> list.bucket(bucket).prefix(VERSIONS).maxKeys(1))
                .contents()
                .stream()
                .findFirst()
                .map(newest -> s3.get()
                        .getObjectAsBytes(get -> get.bucket(bucket).key(newest.key()))
                        .asUtf8String())
                .map(ListVersions::parse)
                .orElse(ListVersions.NONE);
    }

    @Override
    public Optional<byte[]> rows(Sha256 content) {
        try {
            byte[] packed = s3.get()
                    .getObjectAsBytes(get -> get.bucket(bucket).key(ROWS + content.hex()))
                    .asByteArrayUnsafe();
            return Optional.of(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The rows of a list cannot be unpacked", e);
        }
    }

    @Override
    public boolean add(ListVersions next, Collection<byte[]> contents) {
        if (next.number() != versions().number() + 1) {
            return false;
        }
        contents.forEach(content -> s3.get()
                .putObject(
                        put -> put.bucket(bucket)
                                .key(ROWS + Sha256.of(content).hex())
                                .contentType("application/gzip"),
                        RequestBody.fromBytes(packed(content))));
        try {
            s3.get()
                    .putObject(
                            put -> put.bucket(bucket)
                                    .key(key(next.number()))
                                    .contentType("text/tab-separated-values; charset=utf-8")
                                    .ifNoneMatch("*"),
                            RequestBody.fromBytes(next.text().getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (S3Exception e) {
            // Another import took the number: its object is there, or is being put.
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    /** Counting down, since objects are listed from the least key. */
    private static String key(int number) {
        return VERSIONS + String.format(Locale.ROOT, "%08d", NUMBERS - number);
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
