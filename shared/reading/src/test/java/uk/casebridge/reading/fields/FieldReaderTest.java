package uk.casebridge.reading.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.reading.words.PageOfWords;
import uk.casebridge.reading.words.Word;

/** Labels and values on small pages made by hand: words of ten points, six points a letter. */
final class FieldReaderTest {

    private final List<Word> words = new ArrayList<>();

    @Test
    void shouldTakeWhatStandsRightOfALabel() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Mr Ada Example");
        assertThat(only("remand-warrant").value("defendant.name")).contains("Ada Example");
    }

    @Test
    void shouldTakeWhatFollowsALabelInItsLine() {
        put(1, 20, 20, "Defendant name: Ada Example");
        put(1, 20, 40, "Date of birth: 3 May 1990");
        assertThat(only("remand-warrant").value("defendant.dateOfBirth")).contains("1990-05-03");
    }

    @Test
    void shouldTakeWhatStandsBelowALabel() {
        put(1, 20, 20, "Defendant name");
        put(1, 20, 33, "Ada Example");
        assertThat(only("remand-warrant").value("defendant.name")).contains("Ada Example");
    }

    @Test
    void shouldJoinALabelThatWraps() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 40, "Post-hearing custody");
        put(1, 200, 40, "Custody");
        put(1, 20, 52, "status");
        put(1, 20, 72, "Officer in case");
        put(1, 200, 72, "PC 1");
        Fields fields = only("prison-court-register");
        assertThat(fields.value("defendant.custodyStatus")).contains("Custody");
        assertThat(fields.value("officerInCase")).contains("PC 1");
    }

    @Test
    void shouldKeepTwoColumnsApart() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 400, 20, "Case reference");
        put(1, 560, 20, "01ZD0303208");
        put(1, 20, 40, "Defendant address");
        put(1, 200, 40, "1 Long Street");
        put(1, 400, 40, "Hearing type");
        put(1, 560, 40, "First hearing");
        put(1, 200, 52, "Bristol");
        Fields fields = only("prison-court-register");
        assertThat(fields.value("defendant.address")).contains("1 Long Street\nBristol");
        assertThat(fields.value("cases[1].urn")).contains("01ZD0303208");
        assertThat(fields.value("hearing.type")).contains("First hearing");
    }

    @Test
    void shouldGoOnWithAValueOverThePageAndDropWhatEveryPageRepeats() {
        put(1, 20, 10, "Bexley Magistrates' Court");
        put(1, 20, 40, "Defendant name");
        put(1, 200, 40, "Ada Example");
        put(1, 20, 60, "Wording");
        put(1, 200, 60, "Took a thing");
        put(1, 300, 780, "Page 1");
        put(2, 20, 10, "Bexley Magistrates' Court");
        put(2, 200, 40, "of little value.");
        put(2, 20, 60, "Plea");
        put(2, 200, 60, "GUILTY, 13/08/2026");
        put(2, 300, 780, "Page 2");
        Fields fields = only("prison-court-register");
        assertThat(fields.value("offences[1].wording")).contains("Took a thing of little value.");
        assertThat(fields.value("offences[1].plea")).contains("GUILTY");
        assertThat(fields.value("offences[1].pleaDate")).contains("2026-08-13");
    }

    @Test
    void shouldKeepWhatEachOfSeveralPeopleHasAtTheFootOfTheirPage() {
        for (int page = 1; page <= 2; page++) {
            put(page, 20, 40, "Defendant name");
            put(page, 200, 40, page == 1 ? "Ada Example" : "Bob Example");
            put(page, 20, 750, "Prison");
            put(page, 200, 750, "HMP Leeds");
            put(page, 300, 780, "Page " + page);
        }
        assertThat(read("remand-warrant"))
                .extracting(fields -> fields.value("prison.name").orElse("none"))
                .containsExactly("HMP Leeds", "HMP Leeds");
    }

    @Test
    void shouldKeepWhatEverySecondPageBeginsWithWhereRecordsTakeTwoPages() {
        for (int page = 1; page <= 3; page += 2) {
            put(page, 20, 10, "Bexley Magistrates' Court");
            put(page, 20, 40, "Defendant name");
            put(page, 200, 40, page == 1 ? "Ada Example" : "Bob Example");
            put(page + 1, 20, 10, "Bexley Magistrates' Court");
            put(page + 1, 20, 40, "Prison");
            put(page + 1, 200, 40, "HMP Leeds");
        }
        assertThat(read("remand-warrant"))
                .extracting(fields -> fields.value("prison.name").orElse("none"))
                .containsExactly("HMP Leeds", "HMP Leeds");
    }

    @Test
    void shouldNotTakeTheNextParagraphForARestOfAShortLine() {
        put(1, 20, 20, "Defendant name: Ada Example");
        put(1, 20, 36, "Date of birth: 3 May 1990");
        put(1, 20, 52, "Gender: Female");
        put(1, 20, 68, "Prison: HMP Leeds");
        put(1, 20, 84, "To be carried");
        assertThat(only("remand-warrant").value("prison.name")).contains("HMP Leeds");
    }

    @Test
    void shouldReadATableUnderItsLabels() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 50, "Offence code");
        put(1, 200, 50, "Offence title");
        put(1, 20, 70, "TH68001");
        put(1, 200, 70, "Theft from the person");
        put(1, 200, 82, "of another");
        put(1, 20, 100, "CJ88001");
        put(1, 200, 100, "Common assault");
        Fields fields = only("remand-warrant");
        assertThat(fields.value("offences[1].title")).contains("Theft from the person of another");
        assertThat(fields.value("offences[2].code")).contains("CJ88001");
    }

    @Test
    void shouldEndATableBeforeWordsThatRunOverItsColumns() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 50, "Offence title");
        put(1, 120, 50, "Offence code");
        put(1, 20, 70, "Theft");
        put(1, 120, 70, "TH68001");
        put(1, 20, 90, "What follows from what was done");
        assertThat(only("remand-warrant").value("offences[1].title")).contains("Theft");
    }

    @Test
    void shouldTellALabelFromAHeadingThatIsLikeItOnAScan() {
        put(1, 20, 20, "Defendant");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 40, "Assets");
        put(1, 20, 60, "Asset");
        put(1, 200, 60, "Wrist watch");
        words.replaceAll(word -> new Word(word.text(), word.box(), 0.95, false));
        assertThat(only("confiscation-order").value("assets[1].description")).contains("Wrist watch");
    }

    @Test
    void shouldTellHeadsOfNarrowColumnsApart() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 50, "Offence code");
        put(1, 100, 50, "Offence title");
        put(1, 186, 50, "Sentence");
        put(1, 20, 70, "TH68001");
        put(1, 100, 70, "Theft");
        put(1, 186, 70, "2 weeks");
        Fields fields = only("custodial-warrant");
        assertThat(fields.value("offences[1].title")).contains("Theft");
        assertThat(fields.value("offences[1].sentence")).contains("2 weeks");
    }

    @Test
    void shouldNotTakeASentenceBelowATableForARow() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 50, "Offence code");
        put(1, 120, 50, "Offence title");
        put(1, 20, 70, "TH68001");
        put(1, 120, 70, "Theft");
        put(1, 20, 90, "Sent as soon as practicable after the hearing");
        assertThat(only("remand-warrant").matching("offences[*].*"))
                .extracting(Field::value)
                .containsExactly("TH68001", "Theft");
    }

    @Test
    void shouldNotTakeWordsSetOffFromATableForARow() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 50, "Offence title");
        put(1, 300, 50, "Code");
        put(1, 20, 66, "Theft");
        put(1, 300, 66, "TH68001");
        put(1, 20, 88, "Signed for the court");
        assertThat(only("remand-warrant").matching("offences[*].*"))
                .extracting(Field::value)
                .containsExactly("Theft", "TH68001");
    }

    @Test
    void shouldTellAHeadThatWrapsFromTheOneCloseBesideIt() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 60, "Sentence");
        put(1, 120, 60, "Concurrent or");
        // Closer than the gap that parts two columns: the head is wider than what stands below it.
        put(1, 206, 60, "Conviction");
        put(1, 120, 70, "consecutive");
        put(1, 206, 70, "date");
        put(1, 20, 90, "20 weeks");
        put(1, 120, 90, "Concurrent");
        put(1, 206, 90, "16/09/2026");
        Fields fields = only("custodial-warrant");
        assertThat(fields.value("offences[1].sentence")).contains("20 weeks");
        assertThat(fields.value("offences[1].served")).contains("Concurrent");
        assertThat(fields.value("offences[1].convictionDate")).contains("2026-09-16");
    }

    @Test
    void shouldGoOnWithATableOverThePage() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 700, "Offence code");
        put(1, 200, 700, "Offence title");
        put(1, 20, 720, "TH68001");
        put(1, 200, 720, "Theft from the person");
        put(1, 300, 780, "Page 1");
        put(2, 200, 20, "of another");
        put(2, 20, 40, "CJ88001");
        put(2, 200, 40, "Common assault");
        put(2, 300, 780, "Page 2");
        Fields fields = only("remand-warrant");
        assertThat(fields.value("offences[1].title")).contains("Theft from the person of another");
        assertThat(fields.value("offences[2].title")).contains("Common assault");
    }

    @Test
    void shouldGoOnWithATableWhoseHeadIsPrintedAgainOverThePage() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 700, "Offence code");
        put(1, 200, 700, "Offence title");
        put(1, 20, 720, "TH68001");
        put(1, 200, 720, "Theft");
        put(2, 20, 20, "Offence code");
        put(2, 200, 20, "Offence title");
        put(2, 20, 40, "CJ88001");
        put(2, 200, 40, "Common assault");
        Fields fields = only("remand-warrant");
        assertThat(fields.value("offences[1].title")).contains("Theft");
        assertThat(fields.value("offences[2].title")).contains("Common assault");
    }

    @Test
    void shouldTellOfAValuePrintedTwiceAndDifferently() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 40, "Date of birth");
        put(1, 200, 40, "3 May 1990");
        put(2, 20, 40, "Date of birth");
        put(2, 200, 40, "4 May 1990");
        List<FoundRecord> records = found("remand-warrant", pages());
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().fields().value("defendant.dateOfBirth")).contains("1990-05-03");
        assertThat(records.getFirst().clashes()).singleElement().satisfies(clash -> {
            assertThat(clash.taken().value()).isEqualTo("1990-05-03");
            assertThat(clash.other().value()).isEqualTo("1990-05-04");
            assertThat(clash.other().place().orElseThrow().page()).isEqualTo(2);
        });
    }

    @Test
    void shouldNotMindTheSameValuePrintedTwice() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 40, "Date of birth");
        put(1, 200, 40, "3 May 1990");
        put(2, 20, 40, "DOB");
        put(2, 200, 40, "03/05/1990");
        assertThat(found("remand-warrant", pages()).getFirst().clashes()).isEmpty();
    }

    @Test
    void shouldTakeALoneHyphenForNothing() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 40, "Gender");
        put(1, 200, 40, "-");
        assertThat(only("remand-warrant").at("defendant.gender")).isEmpty();
    }

    @Test
    void shouldGiveARecordForEachDefendant() {
        put(1, 20, 20, "Defendant name");
        put(1, 200, 20, "Ada Example");
        put(1, 20, 40, "Offence code");
        put(1, 200, 40, "TH68001");
        put(1, 20, 60, "Defendant name");
        put(1, 200, 60, "Bob Example");
        put(1, 20, 80, "Offence code");
        put(1, 200, 80, "CJ88001");
        assertThat(read("remand-warrant"))
                .extracting(fields -> fields.value("offences[1].code").orElse(""))
                .containsExactly("TH68001", "CJ88001");
    }

    @Test
    void shouldPartPeopleWhoseFieldsStandInTwoColumnsOfDifferentLength() {
        put(1, 20, 20, "Case URN");
        put(1, 120, 20, "01AB0000126");
        put(1, 320, 20, "Date of birth");
        put(1, 450, 20, "03/05/1990");
        put(1, 20, 40, "Defendant name");
        put(1, 120, 40, "Ada Example");
        put(1, 320, 40, "Gender");
        put(1, 450, 40, "Female");
        put(2, 20, 20, "Case URN");
        put(2, 120, 20, "01AB0000226");
        put(2, 320, 20, "Defendant name");
        put(2, 450, 20, "Bob Example");
        put(2, 320, 40, "Date of birth");
        put(2, 450, 40, "04/06/1991");
        assertThat(read("remand-warrant"))
                .extracting(fields -> fields.value("defendant.name").orElse("") + " "
                        + fields.value("defendant.dateOfBirth").orElse("") + " "
                        + fields.value("cases[1].urn").orElse(""))
                .containsExactly("Ada Example 1990-05-03 01AB0000126", "Bob Example 1991-06-04 01AB0000226");
    }

    private Fields only(String kind) {
        List<Fields> records = read(kind);
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private List<Fields> read(String kind) {
        return found(kind, pages()).stream().map(FoundRecord::fields).toList();
    }

    private List<PageOfWords> pages() {
        List<PageOfWords> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            int number = page;
            List<Word> its =
                    words.stream().filter(word -> word.box().page() == number).toList();
            if (!its.isEmpty()) {
                pages.add(new PageOfWords(page, 842, 800, its));
            }
        }
        return pages;
    }

    private static List<FoundRecord> found(String kind, List<PageOfWords> pages) {
        return new FieldReader(KindCatalogue.get(kind)).read(pages);
    }

    private void put(int page, double x, double y, String text) {
        double at = x;
        for (String word : text.split(" ", -1)) {
            words.add(Word.of(word, new PageBox(page, at, y, 6.0 * word.length(), 10)));
            at += 6.0 * word.length() + 3;
        }
    }
}
