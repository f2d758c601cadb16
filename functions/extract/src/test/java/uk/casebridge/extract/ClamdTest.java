package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdTest {

    private static final byte[] BYTES = "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void shouldSendTheWholeFileAndBelieveTheAnswer() throws Exception {
        try (ServerSocket daemon = daemon()) {
            CompletableFuture<byte[]> received = answering(daemon, "stream: OK\0");

            assertThat(scan(daemon)).isEqualTo(new VirusScan.Clean());
            assertThat(received.get()).isEqualTo(BYTES);
        }
    }

    @Test
    void shouldNameWhatTheScannerFound() throws Exception {
        try (ServerSocket daemon = daemon()) {
            answering(daemon, "stream: Eicar-Test-Signature FOUND\0");

            assertThat(scan(daemon)).isEqualTo(new VirusScan.Infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void shouldNotTakeAnErrorForClean() throws Exception {
        try (ServerSocket daemon = daemon()) {
            answering(daemon, "INSTREAM size limit exceeded. ERROR\0");

            assertThatThrownBy(() -> scan(daemon))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("size limit");
        }
    }

    @Test
    void shouldNotWaitForEverForAnAnswer() throws Exception {
        try (ServerSocket daemon = daemon()) {
            assertThatThrownBy(() -> scan(daemon)).isInstanceOf(IOException.class);
        }
    }

    private VirusScan.Verdict scan(ServerSocket daemon) throws IOException {
        Path file = Files.write(folder.resolve("paper"), BYTES);
        return new Clamd((InetSocketAddress) daemon.getLocalSocketAddress(), Duration.ofMillis(300)).scan(file);
    }

    private static ServerSocket daemon() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static CompletableFuture<byte[]> answering(ServerSocket daemon, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = daemon.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] command = in.readNBytes(10);
                if (!Arrays.equals(command, "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII))) {
                    throw new IllegalStateException("Not the command");
                }
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
