package uk.casebridge.reading.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.kind.Parser;

/** What recognition of print mixes up. */
final class LookalikesTest {

    @Test
    void shouldRightZerosInCodesOfKnownForm() {
        assertThat(righted(Parser.COURT_CODE, "BO1LYOO")).isEqualTo("B01LY00");
        assertThat(righted(Parser.OFFENCE_CODE, "COMLO01")).isEqualTo("COML001");
        assertThat(righted(Parser.OFFENCE_CODE, "TH680l0_")).isEqualTo("TH68010");
    }

    @Test
    void shouldTakeAZeroThatWasReadAsTwoCharactersForOne() {
        assertThat(righted(Parser.COURT_CODE, "B13HTO00")).isEqualTo("B13HT00");
        assertThat(righted(Parser.COURT_CODE, "CO01SW00")).isEqualTo("C01SW00");
        assertThat(righted(Parser.OFFENCE_CODE, "COMLO001")).isEqualTo("COML001");
        assertThat(righted(Parser.COURT_CODE, "B013HT00")).isEqualTo("B013HT00");
    }

    @Test
    void shouldRightNumbersOfCasesAccountsAndPrisoners() {
        assertThat(righted(Parser.CROWN_CASE_NUMBER, "120259464")).isEqualTo("T20259464");
        assertThat(righted(Parser.CROWN_CASE_NUMBER, "1720251024")).isEqualTo("T20251024");
        assertThat(righted(Parser.CROWN_CASE_NUMBER, "$20254641")).isEqualTo("S20254641");
        assertThat(righted(Parser.ACCOUNT_NUMBER, "26424894)")).isEqualTo("26424894J");
        assertThat(righted(Parser.ACCOUNT_NUMBER, "249374245")).isEqualTo("24937424S");
        assertThat(righted(Parser.PRISON_NUMBER, "A85l3EA")).isEqualTo("A8513EA");
    }

    @Test
    void shouldLeaveWhatCannotHaveTheForm() {
        assertThat(righted(Parser.COURT_CODE, "CO1SW")).isEqualTo("CO1SW");
        assertThat(righted(Parser.CROWN_CASE_NUMBER, "X20259464")).isEqualTo("X20259464");
        assertThat(righted(Parser.OFFENCE_CODE, "OX6B1O2")).isEqualTo("OX6B1O2");
    }

    @Test
    void shouldBeginNamesWithACapital() {
        assertThat(righted(Parser.NAME, "Rhodri loan Pugh-Morris")).isEqualTo("Rhodri Ioan Pugh-Morris");
        assertThat(righted(Parser.NAME, "Will Hall")).isEqualTo("Will Hall");
    }

    @Test
    void shouldRightTheZeroOfAPostcode() {
        assertThat(righted(Parser.LINES, "NG2 OTB")).isEqualTo("NG2 0TB");
        assertThat(righted(Parser.LINES, "12 OLD Road")).isEqualTo("12 OLD Road");
    }

    private static String righted(Parser parser, String text) {
        return Lookalikes.righted(parser, List.of(text)).getFirst();
    }
}
