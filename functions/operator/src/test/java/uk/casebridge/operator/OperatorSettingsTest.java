package uk.casebridge.operator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorSettingsTest {

    @Test
    void shouldNameEverySettingThatIsMissing() {
        assertThatThrownBy(() -> OperatorSettings.of(Map.of("CASEBRIDGE_TABLE", "table")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "CASEBRIDGE_DEAD_LETTERS",
                        "CASEBRIDGE_EXTRACT_QUEUE",
                        "CASEBRIDGE_KEY",
                        "CASEBRIDGE_OPERATOR_CLIENTS",
                        "CASEBRIDGE_RECIPIENT_QUEUES",
                        "CASEBRIDGE_ROOM_DEAD_LETTERS",
                        "CASEBRIDGE_ROOM_QUEUES");
    }
}
