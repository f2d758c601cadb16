package uk.casebridge.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.recipient.Recipient;

final class AgenciesSettingsTest {

    @Test
    void shouldNameEverySettingThatIsMissing() {
        assertThatThrownBy(() -> AgenciesSettings.of(Map.of("CASEBRIDGE_KEY", "key")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CASEBRIDGE_TABLE")
                .hasMessageContaining("CASEBRIDGE_ORIGINALS")
                .hasMessageContaining("CASEBRIDGE_AGENCY_CLIENTS");
    }

    @Test
    void shouldReadWhichClientSpeaksForWhom() {
        assertThat(settings("abc=prison,def=careers").clients())
                .containsExactlyInAnyOrderEntriesOf(Map.of("abc", Recipient.PRISON, "def", Recipient.CAREERS));
    }

    @Test
    void shouldNotStartForARecipientThatDoesNotExist() {
        assertThatThrownBy(() -> settings("abc=coroner"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("coroner");
    }

    private static AgenciesSettings settings(String clients) {
        return AgenciesSettings.of(Map.of(
                "CASEBRIDGE_TABLE", "table",
                "CASEBRIDGE_KEY", "key",
                "CASEBRIDGE_ORIGINALS", "originals",
                "CASEBRIDGE_AGENCY_CLIENTS", clients));
    }
}
