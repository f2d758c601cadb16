package uk.casebridge.store.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
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
    private static final int TRIES = 3;

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
                // S3 lists from the least key; a server that speaks S3 and cuts the list first may not.
                .listObjectsV2(list -> list.bucket(bucket).prefix(VERSIONS))
                .contents()
                .stream()
                .map(S3Object::key)
                .min(Comparator.naturalOrder())
                .map(newest -> s3.get()
                        .getObjectAsBytes(get -> get.bucket(bucket).key(newest))
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
        contents.forEach(content ->
                put(put -> put.key(ROWS + Sha256.of(content).hex()).contentType("application/gzip"), packed(content)));
        try {
            put(
                    put -> put.key(key(next.number()))
                            .contentType("text/tab-separated-values; charset=utf-8")
                            .ifNoneMatch("*"),
                    next.text().getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                // The number is taken: by another import, or by this one, whose first answer was lost on the way.
                return versions().text().equals(next.text());
            }
            throw e;
        }
    }

    private void put(Consumer<PutObjectRequest.Builder> object, byte[] bytes) {
        for (int attempt = 1; ; attempt++) {
            try {
                s3.get().putObject(put -> object.accept(put.bucket(bucket)), RequestBody.fromBytes(bytes));
                return;
            } catch (UncheckedIOException e) {
                // The URL connection client lets a connection that broke through like this, and the SDK does not retry.
                if (attempt == TRIES) {
                    throw e;
                }
            }
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
