package uk.casebridge.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import uk.casebridge.domain.paper.Sha256;

/** The bytes of a paper on the room's own disk while it is worked on; deleted when closed. */
final class PaperFile implements AutoCloseable {

    private final Path path;
    private final Sha256 sha256;
    private final long size;
    private final String mediaType;

    private PaperFile(Path path, Sha256 sha256, long size, String mediaType) {
        this.path = path;
        this.sha256 = sha256;
        this.size = size;
        this.mediaType = mediaType;
    }

    /** Reads a stream once, onto the disk and through the hash. */
    static PaperFile of(InputStream bytes) throws IOException {
        Path path = Files.createTempFile("paper-", ".bin");
        try {
            MessageDigest digest = Sha256.digest();
            FirstBytes first = new FirstBytes();
            long size = 0;
            try (OutputStream out = Files.newOutputStream(path)) {
                byte[] piece = new byte[64 * 1024];
                for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                    digest.update(piece, 0, read);
                    first.see(piece, read);
                    out.write(piece, 0, read);
                    size += read;
                }
            }
            return new PaperFile(path, Sha256.ofDigest(digest.digest()), size, first.mediaType());
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    Sha256 sha256() {
        return sha256;
    }

    long size() {
        return size;
    }

    /** What the first bytes say; the reading says it better. */
    String mediaType() {
        return mediaType;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
