package uk.casebridge.local.engine;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * S3Proxy over a store in memory, checking signatures. S3Proxy sends no notifications, so the store is wrapped and says
 * itself what was put into it.
 */
public final class ObjectEngine implements AutoCloseable {

    /**
     * An object that was put.
     *
     * @param event the S3 event name without its prefix, such as {@code ObjectCreated:Put}
     * @param bucket the bucket
     * @param key the key, not encoded
     * @param size its size in bytes
     * @param eTag its entity tag, without quotes
     * @param version its version; empty where the bucket is not versioned
     */
    public record Stored(String event, String bucket, String key, long size, String eTag, String version) {}

    private final NotifyingStore store = new NotifyingStore(new TransientNio2BlobStore());
    private final AwsCredentials credentials;
    private S3Proxy proxy = S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create(Loopback.address(0)))
            .build();

    public ObjectEngine(AwsCredentials credentials) {
        this.credentials = credentials;
    }

    public void createBucket(String name, boolean versioned, Consumer<Stored> listener) {
        store.createContainer(CreateBucketRequest.builder().bucket(name).build());
        if (versioned) {
            store.putBucketVersioning(PutBucketVersioningRequest.builder()
                    .bucket(name)
                    .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED))
                    .build());
        }
        store.listeners.put(name, listener);
    }

    /** Opens the port, once the buckets and with them the origins that may post to them are known. */
    public String start(List<String> origins) throws Exception {
        proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create(Loopback.address(0)))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, credentials.accessKeyId(), credentials.secretAccessKey())
                .ignoreUnknownHeaders(true)
                .v4MaxNonChunkedRequestSize(64L * 1024 * 1024)
                .maxSinglePartObjectSize(64L * 1024 * 1024)
                .corsRules(
                        origins.isEmpty()
                                ? CrossOriginResourceSharing.disabled()
                                : new CrossOriginResourceSharing(
                                        origins,
                                        List.of("GET", "HEAD", "POST", "PUT"),
                                        List.of("*"),
                                        List.of("ETag", "Content-Range", "Accept-Ranges", "Content-Length"),
                                        ""))
                .build();
        proxy.start();
        return Loopback.address(proxy.getPort());
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }

    private static final class NotifyingStore extends ForwardingBlobStore {
        private final Map<String, Consumer<Stored>> listeners = new ConcurrentHashMap<>();

        NotifyingStore(BlobStore store) {
            super(store);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, java.io.InputStream payload) {
            PutObjectResponse response = super.putBlob(request, payload);
            tell("ObjectCreated:Put", request.bucket(), request.key());
            return response;
        }

        @Override
        public CopyObjectResponse copyBlob(CopyObjectRequest request) {
            CopyObjectResponse response = super.copyBlob(request);
            tell("ObjectCreated:Copy", request.destinationBucket(), request.destinationKey());
            return response;
        }

        @Override
        public CompleteMultipartUploadResponse completeMultipartUpload(
                MultipartUpload upload, CompleteMultipartUploadRequest request) {
            CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
            tell("ObjectCreated:CompleteMultipartUpload", request.bucket(), request.key());
            return response;
        }

        private void tell(String event, String bucket, String key) {
            Consumer<Stored> listener = listeners.get(bucket);
            if (listener != null) {
                HeadObjectResponse head = blobMetadata(
                        HeadObjectRequest.builder().bucket(bucket).key(key).build());
                listener.accept(new Stored(
                        event,
                        bucket,
                        key,
                        head.contentLength() == null ? 0 : head.contentLength(),
                        head.eTag() == null ? "" : head.eTag().replace("\"", ""),
                        head.versionId() == null ? "" : head.versionId()));
            }
        }
    }
}
