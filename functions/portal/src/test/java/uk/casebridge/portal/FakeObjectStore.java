package uk.casebridge.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.store.Audit;
import uk.casebridge.store.ControlNumbers;
import uk.casebridge.store.Decisions;
import uk.casebridge.store.Deliveries;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Papers;
import uk.casebridge.store.People;
import uk.casebridge.store.RecipientQueues;
import uk.casebridge.store.Records;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.StandingLists;
import uk.casebridge.store.Store;
import uk.casebridge.store.WakeUps;

/**
 * A store in memory whose upload forms lead to a small server on another origin, which takes them as S3 does: it checks
 * size and hash, and answers with a status or leads back.
 */
final class FakeObjectStore implements Store, AutoCloseable {

    /** What came with a form. */
    record Upload(String key, byte[] bytes, Map<String, String> fields) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Store inner;
    private final String portalOrigin;
    final List<Upload> uploads = new CopyOnWriteArrayList<>();

    FakeObjectStore(Store inner, URI portal) throws IOException {
        this.inner = inner;
        this.portalOrigin = portal.toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/incoming");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("access-control-allow-origin", portalOrigin);
            switch (exchange.getRequestMethod()) {
                case "OPTIONS" -> {
                    exchange.getResponseHeaders().add("access-control-allow-methods", "POST");
                    exchange.getResponseHeaders().add("access-control-allow-headers", "*");
                    exchange.sendResponseHeaders(204, -1);
                }
                case "POST" -> take(exchange);
                default -> {
                    byte[] text = "the document".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("content-type", "text/plain");
                    exchange.sendResponseHeaders(200, text.length);
                    exchange.getResponseBody().write(text);
                }
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Upload upload = parse(exchange);
        String hash = upload.fields().get("x-amz-checksum-sha256");
        if (upload.bytes().length == 0
                || upload.bytes().length > Long.parseLong(upload.fields().getOrDefault("maximum", "0"))
                || (hash != null && !hash.equals(Sha256.of(upload.bytes()).base64()))) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        uploads.add(upload);
        String next = upload.fields().get("success_action_redirect");
        if (next != null) {
            exchange.getResponseHeaders().add("location", next + "?bucket=incoming&key=" + upload.key());
            exchange.sendResponseHeaders(303, -1);
        } else {
            exchange.sendResponseHeaders(201, -1);
        }
    }

    /** A multipart form, read as text of one byte a letter; the file comes last. */
    private static Upload parse(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("content-type");
        String boundary = "--" + type.substring(type.indexOf("boundary=") + 9);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : body.split(boundary, -1)) {
            int gap = part.indexOf("\r\n\r\n");
            int name = part.indexOf("name=\"");
            if (gap > 0 && name > 0) {
                fields.put(
                        part.substring(name + 6, part.indexOf('"', name + 6)),
                        part.substring(gap + 4, part.length() - 2));
            }
        }
        byte[] bytes = fields.getOrDefault("file", "").getBytes(StandardCharsets.ISO_8859_1);
        fields.remove("file");
        return new Upload(fields.getOrDefault("key", ""), bytes, fields);
    }

    @Override
    public Originals originals() {
        return new Originals() {
            @Override
            public UploadForm uploadForm(
                    PaperId id,
                    String mediaType,
                    boolean urgent,
                    long maximum,
                    Optional<Sha256> sha256,
                    Duration life,
                    Optional<URI> next) {
                return new UploadForm(
                        address(),
                        inner.originals()
                                .uploadForm(id, mediaType, urgent, maximum, sha256, life, next)
                                .fields());
            }

            @Override
            public Optional<Incoming> incoming(String key) {
                return inner.originals().incoming(key);
            }

            @Override
            public InputStream openIncoming(Incoming incoming) throws IOException {
                return inner.originals().openIncoming(incoming);
            }

            @Override
            public String keep(PaperId id, Incoming incoming, Sha256 sha256) {
                return inner.originals().keep(id, incoming, sha256);
            }

            @Override
            public String keepUnread(PaperId id, Incoming incoming) {
                return inner.originals().keepUnread(id, incoming);
            }

            @Override
            public String keepPart(PaperId id, Path bytes, Sha256 sha256) throws IOException {
                return inner.originals().keepPart(id, bytes, sha256);
            }

            @Override
            public InputStream open(PaperId id, String objectVersion) throws IOException {
                return inner.originals().open(id, objectVersion);
            }

            @Override
            public URI link(PaperId id, String objectVersion, String fileName, String mediaType, Duration life) {
                return URI.create(
                        address() + "/" + id + "?name=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public Papers papers() {
        return inner.papers();
    }

    @Override
    public Records records() {
        return inner.records();
    }

    @Override
    public Deliveries deliveries() {
        return inner.deliveries();
    }

    @Override
    public ControlNumbers controlNumbers() {
        return inner.controlNumbers();
    }

    @Override
    public People people() {
        return inner.people();
    }

    @Override
    public Decisions decisions() {
        return inner.decisions();
    }

    @Override
    public Audit audit() {
        return inner.audit();
    }

    @Override
    public Evidence evidence() {
        return inner.evidence();
    }

    @Override
    public RecipientQueues queues() {
        return inner.queues();
    }

    @Override
    public WakeUps wakeUps() {
        return inner.wakeUps();
    }

    @Override
    public RoomDeadLetters roomDeadLetters() {
        return inner.roomDeadLetters();
    }

    @Override
    public StandingLists standingLists() {
        return inner.standingLists();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
