package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtractSettingsTest {

    private static final Map<String, String> ALL = Map.of(
            "CASEBRIDGE_TABLE", "table",
            "CASEBRIDGE_KEY", "key",
            "CASEBRIDGE_INCOMING", "incoming",
            "CASEBRIDGE_ORIGINALS", "originals",
            "CASEBRIDGE_EVIDENCE", "evidence",
            "CASEBRIDGE_EXTRACT_QUEUE", "http://127.0.0.1/papers",
            "CASEBRIDGE_STANDING_DATA", "standing-data",
            "CASEBRIDGE_PICTURE_QUEUE", "http://127.0.0.1/pictures",
            "CASEBRIDGE_READING", "in-process");

    @Test
    void shouldNameEverySettingThatIsMissing() {
        assertThatThrownBy(() -> ExtractSettings.of(Map.of("CASEBRIDGE_TABLE", "table", "CASEBRIDGE_READING", "child")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "CASEBRIDGE_EVIDENCE",
                        "CASEBRIDGE_INCOMING",
                        "CASEBRIDGE_JAVA",
                        "CASEBRIDGE_KEY",
                        "CASEBRIDGE_ORIGINALS",
                        "CASEBRIDGE_PICTURE_QUEUE",
                        "CASEBRIDGE_STANDING_DATA");
    }

    @Test
    void shouldReadInProcessWithoutAScannerUnlessToldOtherwise() {
        assertThat(ExtractSettings.of(ALL).child()).isEmpty();
        assertThat(ExtractSettings.of(ALL).clamd()).isEmpty();
    }

    @Test
    void shouldTakeAChildAndAScanner() {
        ExtractSettings settings = ExtractSettings.of(with(Map.of(
                "CASEBRIDGE_READING",
                "child",
                "CASEBRIDGE_JAVA",
                "/jdk/bin/java",
                "CASEBRIDGE_CLAMD",
                "127.0.0.1:3310")));

        assertThat(settings.child()).contains(Path.of("/jdk/bin/java"));
        assertThat(settings.clamd().orElseThrow().getPort()).isEqualTo(3310);
    }

    @Test
    void shouldRefuseAKeyOfASupplierThatIsNone() {
        assertThat(ExtractSettings.of(ALL).envelopeKey()).isEmpty();
        assertThatThrownBy(() -> ExtractSettings.of(with(Map.of("CASEBRIDGE_ENVELOPE_KEY", "bm8ga2V5"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CASEBRIDGE_ENVELOPE_KEY");
    }

    @Test
    void shouldRefuseAWayOfReadingItDoesNotKnow() {
        assertThatThrownBy(() -> ExtractSettings.of(with(Map.of("CASEBRIDGE_READING", "somehow"))))
                .hasMessageContaining("somehow");
    }

    @Test
    void shouldRefuseAnAddressWithoutAPort() {
        assertThatThrownBy(() -> ExtractSettings.of(with(Map.of("CASEBRIDGE_CLAMD", "localhost"))))
                .hasMessageContaining("CASEBRIDGE_CLAMD");
    }

    private static Map<String, String> with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(ALL);
        all.putAll(others);
        return all;
    }
}
