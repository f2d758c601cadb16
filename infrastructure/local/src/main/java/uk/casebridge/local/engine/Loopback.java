package uk.casebridge.local.engine;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The only interface anything local listens on. */
public final class Loopback {
    public static final String HOST = "127.0.0.1";

    static {
        // Without it the JDK's server leaves each answer's last packet waiting for the delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Loopback() {}

    /** The JDK's HTTP server, bound to loopback and answering on virtual threads; 0 lets the system choose a port. */
    public static HttpServer server(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(inetAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }

    public static void stop(HttpServer server) {
        server.stop(0);
        if (server.getExecutor() instanceof ExecutorService executor) {
            executor.shutdownNow();
        }
    }

    static InetAddress inetAddress() throws IOException {
        return InetAddress.getByName(HOST);
    }

    static String address(int port) {
        return "http://" + HOST + ":" + port;
    }

    /** A port that was free a moment ago, for servers that must know theirs before they bind. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, inetAddress())) {
            return socket.getLocalPort();
        }
    }
}
