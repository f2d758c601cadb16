package uk.casebridge.extract;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * ClamAV's daemon, spoken to by its INSTREAM command (clamd(8)): chunks with a four-byte length before each, closed by
 * an empty one, answered by one line. Its limit {@code StreamMaxLength} must be at least the greatest paper.
 */
final class Clamd implements VirusScan {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final InetSocketAddress address;
    private final Duration patience;

    /** @param patience how long connecting, and each answer, may take */
    Clamd(InetSocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public Verdict scan(Path file) throws IOException {
        try (Socket socket = new Socket();
                InputStream bytes = Files.newInputStream(file)) {
            int milliseconds = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), milliseconds);
            socket.setSoTimeout(milliseconds);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read > 0 && line.size() < LONGEST_ANSWER; read = in.read()) {
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return new Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return new Infected(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        throw new IOException("The virus scanner answered: " + answer);
    }
}
