package uk.casebridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.KindRules;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.standing.BuiltInStandingData;

class PaperGeneratorTest {

    @ParameterizedTest
    @MethodSource("kindsAndLayouts")
    void shouldPrintEveryTruth(Kind kind, Layout layout) throws IOException {
        GeneratedPaper paper = new PaperGenerator(11).next(kind.id(), layout, Medium.PDF);
        String text = squeezed(textOf(paper));
        for (Map<String, String> record : paper.truth()) {
            record.forEach((path, value) -> {
                Parser parser = kind.field(path).orElseThrow().parser();
                if (parser == Parser.TEXT
                        || parser == Parser.NAME
                        || parser == Parser.URN
                        || parser == Parser.OFFENCE_CODE) {
                    // A ruled table may cut a value between the cells of its row.
                    assertThat(text).as(path).contains(layout == Layout.TABLE ? firstWord(value) : squeezed(value));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndLayouts")
    void shouldHoldEveryRequiredField(Kind kind, Layout layout) {
        GeneratedPaper paper = new PaperGenerator(12).next(kind.id(), layout, Medium.DOCX);
        for (Map<String, String> record : paper.truth()) {
            Fields fields = asFields(record);
            assertThat(kind.fields().stream().filter(FieldSpec::required))
                    .allSatisfy(spec -> assertThat(fields.matching(spec.path()))
                            .as(spec.path())
                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndLayouts")
    void shouldFindNothingWrongWithAPaperWithoutAMistake(Kind kind, Layout layout) {
        PaperGenerator generator = new PaperGenerator(13);
        for (int i = 0; i < 10; i++) {
            for (Map<String, String> record :
                    generator.next(kind.id(), layout, Medium.DOCX).truth()) {
                // A to-do says that the record is right.
                assertThat(findings(kind, record)).allMatch(finding -> finding.severity() == Severity.TO_DO);
            }
        }
    }

    @Test
    void shouldMakeTheSamePapersFromTheSameSeed() {
        for (Medium medium : List.of(Medium.PDF, Medium.DOCX)) {
            GeneratedPaper one = new PaperGenerator(14).next("custodial-warrant", Layout.TWO_COLUMN, medium);
            GeneratedPaper two = new PaperGenerator(14).next("custodial-warrant", Layout.TWO_COLUMN, medium);
            assertThat(one.bytes()).isEqualTo(two.bytes());
            assertThat(one.truthJson()).isEqualTo(two.truthJson());
        }
    }

    @Test
    void shouldPlantEveryMistakeThatARuleFinds() {
        for (Mistake mistake : Mistake.values()) {
            for (Kind kind : KindCatalogue.all()) {
                if (mistake.fits(kind.id()) && mistake.finding().isPresent()) {
                    GeneratedPaper paper =
                            new PaperGenerator(15).withMistake(kind.id(), mistake, Layout.LETTER, Medium.DOCX);
                    assertThat(findings(kind, paper.truth().getFirst()))
                            .as(mistake + " in " + kind.id())
                            .extracting(Finding::code)
                            .contains(mistake.finding().orElseThrow());
                }
            }
        }
    }

    @Test
    void shouldLeaveOutADateOfBirthThatIsNotThere() throws IOException {
        GeneratedPaper paper = new PaperGenerator(16)
                .withMistake("remand-warrant", Mistake.MISSING_DATE_OF_BIRTH, Layout.TABLE, Medium.PDF);
        assertThat(paper.truth().getFirst()).doesNotContainKey("defendant.dateOfBirth");
        assertThat(textOf(paper)).doesNotContain("Date of birth");
    }

    @Test
    void shouldNotPlantAMistakeWhereItDoesNotFit() {
        assertThatThrownBy(() -> new PaperGenerator(1)
                        .withMistake("education-certificate", Mistake.URN_TOO_SHORT, Layout.TABLE, Medium.PDF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldBreakALongPaperIntoPagesThatRepeatTheirHead() throws IOException {
        GeneratedPaper paper = new PaperGenerator(17).withDefendants("sending-notice", 20, Layout.TABLE, Medium.PDF);
        try (PDDocument document = Loader.loadPDF(paper.bytes())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
            PDFTextStripper lastPage = new PDFTextStripper();
            lastPage.setStartPage(document.getNumberOfPages());
            assertThat(lastPage.getText(document))
                    .contains("Magistrates' Court")
                    .contains("Page " + document.getNumberOfPages());
        }
        assertThat(paper.truth().getFirst()).containsKey("defendants[20].name");
    }

    @Test
    void shouldGiveARecordForEachDefendantOfARegister() {
        GeneratedPaper paper =
                new PaperGenerator(18).withDefendants("prison-court-register", 3, Layout.TWO_COLUMN, Medium.PDF);
        assertThat(paper.truth()).hasSize(3);
    }

    @Test
    void shouldWriteRealTablesIntoWordDocuments() throws IOException {
        GeneratedPaper paper = new PaperGenerator(21).next("sending-notice", Layout.TABLE, Medium.DOCX);
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(paper.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml");
        assertThat(parts.get("word/document.xml")).contains("<w:tbl>").contains("Receiving Crown Court");
    }

    @Test
    void shouldMakeOneOfEachKindWithTheLayoutsInTurn() {
        List<GeneratedPaper> papers = new PaperGenerator(22).oneOfEachKind();
        assertThat(papers)
                .extracting(GeneratedPaper::kind)
                .containsExactlyElementsOf(
                        KindCatalogue.all().stream().map(Kind::id).toList());
        assertThat(papers).extracting(GeneratedPaper::fileName).doesNotHaveDuplicates();
        assertThat(papers)
                .extracting(GeneratedPaper::mediaType)
                .contains(Medium.PDF.mediaType(), Medium.DOCX.mediaType());
    }

    @Test
    void shouldTellTheTruthAsJson() throws IOException {
        GeneratedPaper paper = new PaperGenerator(23).next("remand-warrant", Layout.LETTER, Medium.DOCX);
        JsonNode json = new ObjectMapper().readTree(paper.truthJson());
        assertThat(json.at("/records/0/defendant.name").asText())
                .isEqualTo(paper.truth().getFirst().get("defendant.name"));
    }

    static Stream<Arguments> kindsAndLayouts() {
        return KindCatalogue.all().stream()
                .flatMap(kind -> Arrays.stream(Layout.values()).map(layout -> Arguments.of(kind, layout)));
    }

    private static List<Finding> findings(Kind kind, Map<String, String> record) {
        return KindRules.check(
                kind, asFields(record), new Rule.Context(LocalDate.of(2026, 11, 23), new BuiltInStandingData()));
    }

    private static Fields asFields(Map<String, String> record) {
        return Fields.of(record.entrySet().stream()
                .map(entry -> Field.stated(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static String textOf(GeneratedPaper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper.bytes())) {
            PDFTextStripper stripper = new PDFTextStripper();
            return stripper.getText(document);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String firstWord(String value) {
        return value.split("\\s")[0];
    }
}
