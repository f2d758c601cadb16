package uk.casebridge.store.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.store.IncomingKey;
import uk.casebridge.store.Originals;

/** Bytes of papers in memory. Links and forms lead nowhere; {@link #putIncoming} does what posting a form does. */
public final class MemoryOriginals implements Originals {

    private final Clock clock;
    private final Map<String, List<byte[]>> incoming = new LinkedHashMap<>();
    private final Map<PaperId, List<byte[]>> originals = new LinkedHashMap<>();

    MemoryOriginals(Clock clock) {
        this.clock = clock;
    }

    /** Puts bytes into incoming under a key, as an upload or a drop does; the key need not be one of ours. */
    public synchronized void putIncoming(String key, byte[] bytes) {
        incoming.computeIfAbsent(key, none -> new ArrayList<>()).add(bytes.clone());
    }

    /** Takes an object away from incoming, as its day ending does. */
    public synchronized void forgetIncoming(String key) {
        incoming.remove(key);
    }

    /** How often a paper's bytes were kept. */
    public synchronized int copiesOf(PaperId id) {
        return originals.getOrDefault(id, List.of()).size();
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
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", Originals.incomingKey(id, urgent));
        fields.put("Content-Type", mediaType);
        next.ifPresentOrElse(
                uri -> fields.put("success_action_redirect", uri.toString()),
                () -> fields.put("success_action_status", "201"));
        sha256.ifPresent(hash -> fields.put("x-amz-checksum-sha256", hash.base64()));
        fields.put("expires", clock.instant().plus(life).toString());
        fields.put("maximum", Long.toString(maximum));
        return new UploadForm(URI.create("https://incoming.invalid/"), fields);
    }

    @Override
    public synchronized Optional<Incoming> incoming(String key) {
        List<byte[]> versions = incoming.getOrDefault(key, List.of());
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        return IncomingKey.parse(key)
                .map(said -> new Incoming(
                        key,
                        said.paper(),
                        said.dropped(),
                        versions.getLast().length,
                        Integer.toString(versions.size())));
    }

    @Override
    public InputStream openIncoming(Incoming object) throws IOException {
        return new ByteArrayInputStream(bytesOf(object));
    }

    @Override
    public synchronized String keep(PaperId id, Incoming object, Sha256 sha256) {
        if (!Sha256.of(present(object)).equals(sha256)) {
            throw new IllegalStateException("The copy of " + id + " is not what was hashed");
        }
        return keepUnread(id, object);
    }

    @Override
    public synchronized String keepUnread(PaperId id, Incoming object) {
        byte[] bytes = present(object);
        List<byte[]> versions = originals.computeIfAbsent(id, none -> new ArrayList<>());
        versions.add(bytes);
        return Integer.toString(versions.size());
    }

    @Override
    public synchronized String keepPart(PaperId id, Path bytes, Sha256 sha256) throws IOException {
        byte[] kept = Files.readAllBytes(bytes);
        if (!Sha256.of(kept).equals(sha256)) {
            throw new IllegalStateException("The part kept as " + id + " is not what was hashed");
        }
        List<byte[]> versions = originals.computeIfAbsent(id, none -> new ArrayList<>());
        versions.add(kept);
        return Integer.toString(versions.size());
    }

    @Override
    public synchronized InputStream open(PaperId id, String objectVersion) throws IOException {
        return new ByteArrayInputStream(version(originals.get(id), objectVersion, id.value()));
    }

    @Override
    public URI link(PaperId id, String objectVersion, String fileName, String mediaType, Duration life) {
        return URI.create("https://originals.invalid/papers/" + id + "?versionId=" + objectVersion + "&name="
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8) + "&expires="
                + clock.instant().plus(life));
    }

    private byte[] present(Incoming object) {
        try {
            return bytesOf(object);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("Gone from incoming: " + object.key(), e);
        }
    }

    private synchronized byte[] bytesOf(Incoming object) throws NoSuchFileException {
        return version(incoming.get(object.key()), object.version(), object.key());
    }

    private static byte[] version(@Nullable List<byte[]> versions, String version, String what)
            throws NoSuchFileException {
        int number = version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
        if (versions == null || number < 1 || number > versions.size()) {
            throw new NoSuchFileException(what);
        }
        return versions.get(number - 1);
    }
}
