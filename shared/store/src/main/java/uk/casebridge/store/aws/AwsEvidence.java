package uk.casebridge.store.aws;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Evidence;

/** Evidence in its bucket, under the paper's id. */
final class AwsEvidence implements Evidence {

    private final Supplier<S3Client> s3;
    private final String bucket;

    AwsEvidence(Supplier<S3Client> s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(PaperId paper, String name, byte[] bytes, String mediaType) {
        s3.get()
                .putObject(
                        put -> put.bucket(bucket).key(key(paper, name)).contentType(mediaType),
                        RequestBody.fromBytes(bytes));
    }

    @Override
    public Optional<byte[]> get(PaperId paper, String name) {
        try {
            return Optional.of(s3.get()
                    .getObjectAsBytes(get -> get.bucket(bucket).key(key(paper, name)))
                    .asByteArray());
        } catch (NoSuchKeyException e) {
            // Not drawn yet, or cleared away: it can be made again.
            return Optional.empty();
        }
    }

    private static String key(PaperId paper, String name) {
        return paper + "/" + Evidence.requireName(name);
    }
}
