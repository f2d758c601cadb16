package uk.casebridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EmfMetricsTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final EmfMetrics metrics = new EmfMetrics(
            new PrintStream(written, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.ofEpochMilli(1_772_443_800_000L), ZoneOffset.UTC));

    @Test
    void shouldWriteALinePerCount() {
        metrics.count("DeliveriesSent", 3, Metrics.by("Recipient", "prison"));

        assertThat(written.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "{\"_aws\":{\"Timestamp\":1772443800000,\"CloudWatchMetrics\":[{\"Namespace\":\"Casebridge\","
                                + "\"Dimensions\":[[\"Recipient\"]],\"Metrics\":[{\"Name\":\"DeliveriesSent\",\"Unit\":\"Count\"}]}]},"
                                + "\"Recipient\":\"prison\",\"DeliveriesSent\":3}");
    }

    @Test
    void shouldWriteTimesInMilliseconds() {
        metrics.time("Reading", 12);

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("\"Unit\":\"Milliseconds\"")
                .contains("\"Reading\":12");
    }
}
