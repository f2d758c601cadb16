package uk.casebridge.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;

/**
 * Metrics as lines of CloudWatch's embedded metric format, one per call, which Lambda's log agent turns into metrics
 * without a request of ours. Source: CloudWatch user guide, "Specification: Embedded metric format".
 */
public final class EmfMetrics implements Metrics {

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream lines;
    private final Clock clock;

    public EmfMetrics(PrintStream lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Writes to standard output, where Lambda reads. */
    public static EmfMetrics toStandardOutput(Clock clock) {
        return new EmfMetrics(System.out, clock);
    }

    @Override
    public void count(String name, long value, Dimension... dimensions) {
        lines.println(line(name, value, "Count", dimensions));
    }

    @Override
    public void time(String name, long milliseconds, Dimension... dimensions) {
        lines.println(line(name, milliseconds, "Milliseconds", dimensions));
    }

    private String line(String name, long value, String unit, Dimension... dimensions) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", clock.millis());
            json.writeArrayFieldStart("CloudWatchMetrics");
            json.writeStartObject();
            json.writeStringField("Namespace", NAMESPACE);
            json.writeArrayFieldStart("Dimensions");
            json.writeStartArray();
            for (Dimension dimension : dimensions) {
                json.writeString(dimension.name());
            }
            json.writeEndArray();
            json.writeEndArray();
            json.writeArrayFieldStart("Metrics");
            json.writeStartObject();
            json.writeStringField("Name", name);
            json.writeStringField("Unit", unit);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            for (Dimension dimension : dimensions) {
                json.writeStringField(dimension.name(), dimension.value());
            }
            json.writeNumberField(name, value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
