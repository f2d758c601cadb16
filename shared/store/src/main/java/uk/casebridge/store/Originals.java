package uk.casebridge.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;

/** The bytes of papers: first in incoming, where they last a day, then among the originals, where they are kept. */
public interface Originals {

    /**
     * The largest object that is kept, in bytes: 5 GB, the most S3 copies in one call,
     * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
     */
    long LARGEST_KEPT = 5L * 1024 * 1024 * 1024;

    /**
     * A form that lets a browser put one file under a paper's id into incoming, and nothing else.
     *
     * @param mediaType what the sender says the file is; the form takes it as nothing else
     * @param urgent whether the sender says that it changes custody, so that it must not wait behind other papers
     * @param maximum the greatest size, in bytes; the least is 1
     * @param sha256 the SHA-256 the file must have, where the browser computed it
     * @param life how long the form is good
     * @param next where the browser goes after a good upload, if it is a plain form
     */
    UploadForm uploadForm(
            PaperId id,
            String mediaType,
            boolean urgent,
            long maximum,
            Optional<Sha256> sha256,
            Duration life,
            Optional<URI> next);

    /**
     * An incoming object by its key: {@code papers/<id>} or {@code urgent/<id>} from a form, {@code
     * drop/<court>/<file name>} from a drop folder; empty if it is gone or its key is none of these.
     */
    Optional<Incoming> incoming(String key);

    InputStream openIncoming(Incoming incoming) throws IOException;

    /** Copies an incoming object to the originals as a paper's, byte for byte, and says the version it has there. */
    String keep(PaperId id, Incoming incoming, Sha256 sha256);

    /**
     * Copies an incoming object that is refused unread, such as one over the size limit, to the originals and says the
     * version it has there. Its hash is not known and not checked.
     *
     * @param incoming of {@link #LARGEST_KEPT} bytes at most
     */
    String keepUnread(PaperId id, Incoming incoming);

    /** Keeps a part of a bundle as the original of the paper it becomes, and says the version it has there. */
    String keepPart(PaperId id, Path bytes, Sha256 sha256) throws IOException;

    InputStream open(PaperId id, String objectVersion) throws IOException;

    /** A link by which anyone who holds it can fetch exactly this version, for a short while. */
    URI link(PaperId id, String objectVersion, String fileName, String mediaType, Duration life);

    /**
     * The action and the fields of an upload form; the file comes last, in a field named {@code file}.
     *
     * @param action where the form is posted to
     * @param fields its fields, in order
     */
    record UploadForm(URI action, Map<String, String> fields) {}

    /**
     * An object in incoming.
     *
     * @param key its key
     * @param paper the paper it is the bytes of; empty if it was dropped
     * @param dropped who dropped it, if it was
     * @param size its size in bytes
     * @param version the version of it that was seen
     */
    record Incoming(String key, Optional<PaperId> paper, Optional<Dropped> dropped, long size, String version) {}

    /** The key in incoming that a form puts a paper under. */
    static String incomingKey(PaperId id, boolean urgent) {
        return (urgent ? "urgent/" : "papers/") + id;
    }

    /** A court that drops papers, and the name it gave the file. */
    record Dropped(CourtCode court, String fileName) {}
}
