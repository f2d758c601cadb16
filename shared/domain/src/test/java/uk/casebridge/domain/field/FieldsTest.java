package uk.casebridge.domain.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final Fields fields = Fields.of(
            Field.stated("hearing.date", "2026-08-14"),
            Field.stated("offences[1].code", "TH68023"),
            Field.stated("offences[2].code", "TH68001"),
            Field.stated("offences[2].results[1].text", "Fined"),
            Field.stated("solicitor", " "));

    @Test
    void shouldKeepTheOrderOfThePaper() {
        assertThat(fields.all())
                .extracting(Field::path)
                .startsWith("hearing.date", "offences[1].code", "offences[2].code");
    }

    @Test
    void shouldRefuseTwoFieldsAtOnePath() {
        assertThatThrownBy(() -> Fields.of(Field.stated("a", "1"), Field.stated("a", "2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTakeABlankValueForNone() {
        assertThat(fields.value("solicitor")).isEmpty();
    }

    @Test
    void shouldGiveADate() {
        assertThat(fields.date("hearing.date")).contains(LocalDate.of(2026, 8, 14));
    }

    @Test
    void shouldGiveNoDateWhereTheValueIsNone() {
        assertThat(Fields.of(Field.stated("d", "2026-02-31")).date("d")).isEmpty();
    }

    @Test
    void shouldCountTheMembersOfAList() {
        assertThat(fields.members("offences")).containsExactly("offences[1]", "offences[2]");
        assertThat(fields.members("applications")).isEmpty();
    }

    @Test
    void shouldPutAFieldInThePlaceOfTheOneBefore() {
        Fields corrected = fields.with(Field.stated("offences[1].code", "TH68010"));
        assertThat(corrected.matching("offences[*].code"))
                .extracting(Field::value)
                .containsExactly("TH68010", "TH68001");
        assertThat(fields.value("offences[1].code")).contains("TH68023");
    }

    @Test
    void shouldNotTellValuesToALog() {
        assertThat(fields.toString()).contains("offences[1].code").doesNotContain("TH68023");
    }

    @Test
    void shouldMakeABoxThatHoldsTwo() {
        assertThat(new PageBox(1, 10, 10, 5, 5).with(new PageBox(1, 20, 8, 5, 5)))
                .isEqualTo(new PageBox(1, 10, 8, 15, 7));
    }

    @Test
    void shouldNotJoinBoxesOfTwoPages() {
        assertThatThrownBy(() -> new PageBox(1, 0, 0, 1, 1).with(new PageBox(2, 0, 0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
