package uk.casebridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void shouldNameEveryMissingSettingAtOnce() {
        Settings settings = Settings.of(Map.of("THERE", "x", "BLANK", "  "));
        settings.required("THERE");
        settings.required("BLANK");
        settings.required("ABSENT");

        assertThatThrownBy(settings::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ABSENT, BLANK")
                .hasMessageNotContaining("THERE");
    }

    @Test
    void shouldBeContentWhenAllAreThere() {
        Settings settings = Settings.of(Map.of("THERE", " x "));

        assertThat(settings.required("THERE")).isEqualTo("x");
        assertThat(settings.optional("ABSENT")).isEmpty();
        assertThatCode(settings::check).doesNotThrowAnyException();
    }

    @Test
    void shouldReadPairs() {
        Settings settings = Settings.of(Map.of("QUEUES", "prison=https://q/1?a=b, prison-urgent=https://q/2"));

        assertThat(settings.requiredPairs("QUEUES"))
                .containsExactly(Map.entry("prison", "https://q/1?a=b"), Map.entry("prison-urgent", "https://q/2"));
    }

    @Test
    void shouldNameWhatIsNotPairs() {
        Settings settings = Settings.of(Map.of("QUEUES", "prison"));
        settings.requiredPairs("QUEUES");

        assertThatThrownBy(settings::check).hasMessageContaining("QUEUES");
    }
}
