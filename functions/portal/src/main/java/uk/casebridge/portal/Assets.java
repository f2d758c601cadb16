package uk.casebridge.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import uk.casebridge.portal.page.AssetPaths;

/** The style sheets and scripts that the build put into the classes under names that hold a hash of their content. */
final class Assets {

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, String> hashed;
    private final Map<String, byte[]> contents;

    private Assets(Map<String, String> hashed, Map<String, byte[]> contents) {
        this.hashed = hashed;
        this.contents = contents;
    }

    static Assets fromClasses() {
        try {
            Properties names = new Properties();
            try (InputStream in = open("/portal-assets.properties")) {
                names.load(in);
            }
            Map<String, String> hashed = new LinkedHashMap<>();
            Map<String, byte[]> contents = new LinkedHashMap<>();
            for (String name : names.stringPropertyNames()) {
                String file = names.getProperty(name);
                hashed.put(name, "/assets/" + file);
                try (InputStream in = open("/assets/" + file)) {
                    contents.put(file, in.readAllBytes());
                }
            }
            return new Assets(hashed, contents);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheets and scripts cannot be read", e);
        }
    }

    AssetPaths paths() {
        return new AssetPaths(hashed);
    }

    /** A file by its hashed name; it may be kept for ever, since another content has another name. */
    Optional<Answer> answer(String file) {
        byte[] content = contents.get(file);
        if (content == null) {
            return Optional.empty();
        }
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
        return Optional.of(
                Answer.of(content, type, false).withHeader("cache-control", "public, max-age=31536000, immutable"));
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Assets.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is not among the classes");
        }
        return in;
    }
}
