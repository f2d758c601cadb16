package uk.casebridge.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;

class RecordKeyTest {

    private static final Kind REMAND = KindCatalogue.get("remand-warrant");

    @Test
    void shouldNotMindCaseAndWhiteSpace() {
        assertThat(key("Bexley  Magistrates' Court", "Rhodri\nO'Brien", "01YD0303226"))
                .isEqualTo(key("BEXLEY Magistrates' Court ", "rhodri o'brien", "01YD0303226"));
    }

    @Test
    void shouldNotMindTheOrderOfCases() {
        assertThat(key("Bexley", "A", "01YD0303226", "01YD0303227"))
                .isEqualTo(key("Bexley", "A", "01YD0303227", "01YD0303226"));
    }

    @Test
    void shouldTellTwoPeopleApart() {
        assertThat(key("Bexley", "Ann", "01YD0303226")).isNotEqualTo(key("Bexley", "Anne", "01YD0303226"));
    }

    @Test
    void shouldTellKindsApart() {
        Fields fields = Fields.of(Field.stated("cases[1].urn", "01YD0303226"));
        assertThat(RecordKey.of(REMAND, fields))
                .as("a remand warrant never amends a register")
                .isNotEqualTo(RecordKey.of(KindCatalogue.get("prison-court-register"), fields));
    }

    @Test
    void shouldNotTellItselfToALog() {
        assertThat(key("Bexley", "Ann", "01YD0303226").toString()).doesNotContain("ANN");
    }

    private static RecordKey key(String court, String name, String... urns) {
        Fields fields = Fields.of(Field.stated("court.name", court), Field.stated("defendant.name", name));
        for (int i = 0; i < urns.length; i++) {
            fields = fields.with(Field.stated("cases[" + (i + 1) + "].urn", urns[i]));
        }
        return RecordKey.of(REMAND, fields);
    }
}
