package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.portal.page.PaperPage.FieldGroup;
import uk.casebridge.portal.page.PaperPage.FieldRow;

/** How the fields of a record are laid out. */
class FieldTableTest {

    @Test
    void shouldPutWhatIsInsideAMemberAfterIt() {
        Fields fields = Fields.of(
                World.read("defendants[2].name", "B", 0.9, 1),
                World.read("defendants[2].dateOfBirth", "1990-01-02", 0.9, 1),
                World.read("defendants[1].offences[10].code", "TH68010", 0.9, 1),
                World.read("defendants[1].offences[10].title", "Theft", 0.9, 1),
                World.read("defendants[1].offences[2].code", "TH68001", 0.9, 1),
                World.read("defendants[1].name", "A", 0.9, 1),
                World.read("defendants[1].dateOfBirth", "1990-01-01", 0.9, 1),
                World.read("case.urn", "01AB1234526", 0.9, 1));

        assertThat(table("sending-notice", fields).groups())
                .extracting(FieldGroup::title)
                .containsExactly(
                        "Main details",
                        "Defendant 1",
                        "Defendant 1, offence 2",
                        "Defendant 1, offence 10",
                        "Defendant 2");
    }

    @Test
    void shouldNumberTheMembersOfAListOfSingleFields() {
        Fields fields = Fields.of(
                World.read("cases[1].urn", "01AB1234526", 0.9, 1), World.read("cases[2].urn", "01AB7654326", 0.9, 1));

        assertThat(table("prison-court-register", fields).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.rows())
                        .extracting(FieldRow::label)
                        .containsExactly("Case reference", "Case reference 2"));
    }

    @Test
    void shouldMarkWhatWasReadWithTooLittleConfidence() {
        Fields fields = Fields.of(
                World.read("defendant.name", "Alex SAMPLE", 0.79, 1),
                World.read("defendant.dateOfBirth", "1990-02-28", 0.8, 1));

        assertThat(table("remand-warrant", fields).groups().getFirst().rows())
                .extracting(FieldRow::doubtful)
                .containsExactly(true, false);
    }

    @Test
    void shouldShowDatesInLondonAndLeaveWhatIsNoDate() {
        FieldTable table = table("remand-warrant", Fields.none());

        assertThat(table.shown("hearing.date", "2026-08-14")).isEqualTo("14 August 2026");
        assertThat(table.shown("nextHearing.at", "2026-08-14T09:05:00Z")).isEqualTo("14 August 2026 at 10:05am");
        assertThat(table.shown("nextHearing.at", "2026-12-14T12:00:00Z")).isEqualTo("14 December 2026 at 12:00pm");
        assertThat(table.shown("hearing.date", "tomorrow")).isEqualTo("tomorrow");
    }

    @Test
    void shouldShowTheConstantsOfTheCourtsSystemAsWordsAndLeaveCodes() {
        FieldTable table = table("prison-court-register", Fields.none());

        assertThat(table.shown("offences[1].plea", "NOT_GUILTY")).isEqualTo("Not guilty");
        assertThat(table.shown("offences[1].code", "TH68010")).isEqualTo("TH68010");
        assertThat(table.shown("defendant.name", "Alex SAMPLE")).isEqualTo("Alex SAMPLE");
    }

    @Test
    void shouldNameAFieldThatItsKindDoesNotLabel() {
        Fields fields = Fields.of(World.read("court.code", "B01BH00", 0.9, 1));

        assertThat(table("prison-court-register", fields).name("court.code")).isEqualTo("Court code");
    }

    @Test
    void shouldLayOutARecordOfAKindNoLongerKnown() {
        Fields fields = Fields.of(World.read("person.fullName", "A", 0.9, 1));

        assertThat(new FieldTable(Optional.empty(), fields).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.rows().getFirst().label()).isEqualTo("Person full name"));
    }

    private static FieldTable table(String kind, Fields fields) {
        return new FieldTable(KindCatalogue.withId(kind), fields);
    }
}
