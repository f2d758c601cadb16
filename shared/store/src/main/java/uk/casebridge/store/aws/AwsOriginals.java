package uk.casebridge.store.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.store.IncomingKey;
import uk.casebridge.store.Originals;

/** Bytes of papers in two versioned buckets. The lock on originals is the bucket's own default. */
final class AwsOriginals implements Originals {

    private final Supplier<S3Client> s3;
    private final Lazy<S3Presigner> presigner;
    private final Supplier<String> incoming;
    private final Supplier<String> originals;
    private final Clock clock;

    AwsOriginals(Supplier<S3Client> s3, Supplier<String> incoming, Supplier<String> originals, Clock clock) {
        this.s3 = s3;
        this.presigner = new Lazy<>(() -> presignerLike(s3.get()));
        this.incoming = incoming;
        this.originals = originals;
        this.clock = clock;
    }

    @Override
    public UploadForm uploadForm(
            PaperId id,
            String mediaType,
            boolean urgent,
            long maximum,
            Optional<Sha256> sha256,
            Duration life,
            Optional<URI> next) {
        Instant now = clock.instant();
        PostPolicy policy = new PostPolicy(incoming.get(), maximum, now.plus(life))
                .field("key", Originals.incomingKey(id, urgent))
                .field("Content-Type", mediaType);
        next.ifPresentOrElse(
                uri -> policy.field("success_action_redirect", uri.toString()),
                () -> policy.field("success_action_status", "201"));
        sha256.ifPresent(hash -> policy.field("x-amz-checksum-sha256", hash.base64()));
        AwsCredentialsIdentity credentials = s3.get()
                .serviceClientConfiguration()
                .credentialsProvider()
                .resolveIdentity()
                .join();
        String region = s3.get().serviceClientConfiguration().region().id();
        return new UploadForm(action(incoming.get()), policy.signed(credentials, region, now));
    }

    @Override
    public Optional<Incoming> incoming(String key) {
        return IncomingKey.parse(key)
                .flatMap(said -> head(key)
                        .map(head -> new Incoming(
                                key, said.paper(), said.dropped(), head.contentLength(), version(head.versionId()))));
    }

    @Override
    public InputStream openIncoming(Incoming object) throws IOException {
        return open(incoming.get(), object.key(), object.version());
    }

    @Override
    public String keep(PaperId id, Incoming object, Sha256 sha256) {
        CopyObjectResponse copy = copy(id, object);
        String version = version(copy.versionId());
        String found = Optional.ofNullable(copy.copyObjectResult())
                .flatMap(result -> Optional.ofNullable(result.checksumSHA256()))
                .orElseGet(() -> hashOf(id, version).base64());
        if (!found.equals(sha256.base64())) {
            throw new IllegalStateException("The copy of " + id + " is not what was hashed");
        }
        return version;
    }

    @Override
    public String keepUnread(PaperId id, Incoming object) {
        return version(copy(id, object).versionId());
    }

    @Override
    public String keepPart(PaperId id, Path bytes, Sha256 sha256) {
        // S3 holds what comes against the checksum and refuses anything else.
        return version(s3.get()
                .putObject(
                        put -> put.bucket(originals.get()).key(key(id)).checksumSHA256(sha256.base64()),
                        RequestBody.fromFile(bytes))
                .versionId());
    }

    private CopyObjectResponse copy(PaperId id, Incoming object) {
        return s3.get()
                .copyObject(request -> request.sourceBucket(incoming.get())
                        .sourceKey(object.key())
                        .sourceVersionId(object.version())
                        .destinationBucket(originals.get())
                        .destinationKey(key(id))
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256));
    }

    @Override
    public InputStream open(PaperId id, String objectVersion) throws IOException {
        return open(originals.get(), key(id), objectVersion);
    }

    @Override
    public URI link(PaperId id, String objectVersion, String fileName, String mediaType, Duration life) {
        try {
            return presigner
                    .get()
                    .presignGetObject(presign -> presign.signatureDuration(life)
                            .getObjectRequest(get -> get.bucket(originals.get())
                                    .key(key(id))
                                    .versionId(objectVersion)
                                    .responseContentType(mediaType)
                                    .responseContentDisposition(disposition(fileName))))
                    .url()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The link to " + id + " is no address", e);
        }
    }

    /** The header that saves a file under its name, whatever the name holds (RFC 6266): a plain one and the full one. */
    static String disposition(String fileName) {
        String visible = fileName.codePoints()
                .filter(Character::isDefined)
                .filter(code -> !Character.isISOControl(code) && Character.getType(code) != Character.FORMAT)
                .filter(code -> "/\\:".indexOf(code) < 0)
                .limit(150)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        String name = visible.isEmpty() ? "paper" : visible;
        String plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }

    // Given a client, the SDK's own presigner takes neither its region nor its credentials nor its endpoint.
    private static S3Presigner presignerLike(S3Client client) {
        S3ServiceClientConfiguration like = client.serviceClientConfiguration();
        S3Presigner.Builder presigner =
                S3Presigner.builder().region(like.region()).credentialsProvider(like.credentialsProvider());
        like.endpointOverride().ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    private URI action(String bucket) {
        String marker = "x";
        String address = s3.get()
                .utilities()
                .getUrl(url -> url.bucket(bucket).key(marker))
                .toString();
        String root = address.substring(0, address.length() - marker.length());
        // Where the bucket is part of the path, its address ends with its name.
        return URI.create(root.endsWith("/" + bucket + "/") ? root.substring(0, root.length() - 1) : root);
    }

    private Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(s3.get()
                    .headObject(request -> request.bucket(incoming.get()).key(key)));
        } catch (NoSuchKeyException e) {
            // Its day is over, or it never came.
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private InputStream open(String bucket, String key, String version) throws IOException {
        try {
            return s3.get().getObject(get -> get.bucket(bucket).key(key).versionId(version));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                NoSuchFileException gone = new NoSuchFileException(key);
                gone.initCause(e);
                throw gone;
            }
            throw e;
        }
    }

    // For stores that speak S3 but give no checksum back: then the copy itself is read.
    private Sha256 hashOf(PaperId id, String version) {
        MessageDigest digest = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(open(id, version), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException("The copy of " + id + " cannot be read", e);
        }
        return Sha256.ofDigest(digest.digest());
    }

    private static String version(@Nullable String version) {
        if (version == null) {
            throw new IllegalStateException("The buckets for papers must be versioned, and one is not");
        }
        return version;
    }

    private static String key(PaperId id) {
        return "papers/" + id;
    }
}
