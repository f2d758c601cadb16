package uk.casebridge.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts on a stream, each after its length in four bytes. */
final class Frames {

    private static final int LONGEST = 256 * 1024 * 1024;

    private Frames() {}

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** The next text; empty at the end of the stream. */
    static Optional<String> read(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            // The other side is gone, which its exit status explains.
            return Optional.empty();
        }
        if (length < 0 || length > LONGEST) {
            throw new IOException("A frame of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        return bytes.length < length ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
