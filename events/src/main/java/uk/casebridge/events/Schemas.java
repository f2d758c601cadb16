package uk.casebridge.events;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schemas (2020-12) of the published language, all read from this library; nothing is fetched. What is found
 * wrong is said by place and rule, never by value, since values are personal.
 */
public final class Schemas {

    /** What the ids of the schemas begin with: a name, not an address. */
    public static final String BASE = "https://casebridge.example/schemas/";

    private static final List<String> NAMES = List.of(
            "common.v1",
            "event.v1",
            "paper.recorded.v1",
            "paper.amended.v1",
            "paper.withdrawn.v1",
            "paper.recalled.v1",
            "receipt.v1",
            "reading.v1");

    private final SchemaRegistry registry;
    private final Map<String, Schema> ready = new ConcurrentHashMap<>();

    private Schemas(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The schemas of this version of the library. */
    public static Schemas load() {
        Map<String, String> texts = new TreeMap<>();
        for (String name : NAMES) {
            texts.put(BASE + name + ".json", text(name));
        }
        return new Schemas(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, with -> with.schemas(texts)));
    }

    /** The names of all schemas, such as {@code paper.recorded.v1}. */
    public static List<String> names() {
        return NAMES;
    }

    /** The text of a schema by its name. */
    public static String text(String name) {
        String resource = "schemas/" + name + ".json";
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no schema " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** What is wrong with a message from a recipient's queue; empty if nothing is. */
    public List<String> faultsOfEvent(String json) {
        return faults("event.v1", json);
    }

    /** What is wrong with a receipt; empty if nothing is. */
    public List<String> faultsOfReceipt(String json) {
        return faults("receipt.v1", json);
    }

    /** What is wrong with the output of {@code read --json}; empty if nothing is. */
    public List<String> faultsOfReading(String json) {
        return faults("reading.v1", json);
    }

    /** What is wrong with a text by a schema's name, one line each; empty if nothing is. */
    public List<String> faults(String schemaName, String json) {
        Schema schema =
                ready.computeIfAbsent(schemaName, name -> registry.getSchema(SchemaLocation.of(BASE + name + ".json")));
        List<Error> errors;
        try {
            errors = schema.validate(json, InputFormat.JSON);
        } catch (IllegalArgumentException | tools.jackson.core.JacksonException e) {
            return List.of("Not JSON");
        }
        return errors.stream().map(Schemas::sentence).distinct().toList();
    }

    private static String sentence(Error error) {
        String property = error.getProperty();
        return "At " + error.getInstanceLocation() + " the rule " + error.getKeyword() + " is broken"
                + (property == null ? "" : " (" + property + ")");
    }
}
