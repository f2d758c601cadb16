package uk.casebridge.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;

class CustodyOrMoneyTest {

    private static final Kind REGISTER = KindCatalogue.get("prison-court-register");

    @ParameterizedTest
    @CsvSource({
        "offences[1].results[1].text, FO - Fine, FO - Fine of more, true",
        "defendant.custodyStatus, On bail, Not applicable, true",
        "hearing.type, Hearing, Hearing to remand, true",
        "officerInCase, PC Bloggs, to pay £20, true",
        "defendant.address, 1 High Street, 2 High Street, false",
        "officerInCase, PC Bloggs, PC Jones, false",
        "defendant.nationality, British, Irish, false"
    })
    void shouldTellWhatHarmsFromWhatDoesNot(String path, String before, String after, boolean harms) {
        Change change = new Change(path, Optional.of(before), Optional.of(after));

        assertThat(CustodyOrMoney.touchedBy(REGISTER, List.of(change))).isEqualTo(harms);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void shouldCountAResultThatCameOrWent(boolean came) {
        Optional<String> text = Optional.of("NSP - No separate penalty");
        Change change = new Change(
                "offences[1].results[2].text", came ? Optional.empty() : text, came ? text : Optional.empty());

        assertThat(CustodyOrMoney.touchedBy(REGISTER, List.of(change))).isTrue();
    }
}
