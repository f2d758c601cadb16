package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;

/** The same small warrant in every format that is no PDF. */
final class OtherFormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final List<String> WARRANT = List.of(
            "Remand warrant",
            "The defendant is remanded in custody until the hearing below.",
            "Court: Bexley Magistrates' Court",
            "Case URN: 01ZD0303208",
            "Date of hearing: 14 August 2026",
            "Defendant: Ada Example",
            "Date of birth: 3 May 1990",
            "Prison: HMP Thameside",
            "Offence code: TH68001",
            "Offence title: Theft from the person of another");

    @Test
    void shouldReadPlainText() {
        assertWarrant(read(String.join("\n\n", WARRANT), "paper.txt"), "text/plain");
    }

    @Test
    void shouldReadRtf() {
        String rtf = WARRANT.stream().collect(Collectors.joining("\\par\n", "{\\rtf1\\ansi\\deff0 ", "\\par}"));
        assertWarrant(read(rtf, "paper.rtf"), "application/rtf");
    }

    @Test
    void shouldReadHtmlTables() {
        StringBuilder rows = new StringBuilder();
        for (String line : WARRANT.subList(2, WARRANT.size())) {
            String[] cells = line.split(": ", 2);
            rows.append("<tr><th>")
                    .append(cells[0])
                    .append("</th><td>")
                    .append(cells[1])
                    .append("</td></tr>");
        }
        String html =
                "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h1>Remand warrant</h1>"
                        + "<p>The defendant is\n remanded in custody.</p><table>" + rows + "</table></body></html>";
        assertWarrant(read(html, "paper.html"), "text/html");
    }

    @Test
    void shouldReadOpenDocumentText() throws IOException {
        String body =
                WARRANT.stream().map(line -> "<text:p>" + line + "</text:p>").collect(Collectors.joining());
        String content = "<?xml version=\"1.0\"?><office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\">"
                + "<office:body><office:text>" + body + "</office:text></office:body></office:document-content>";
        byte[] mimeType = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            CRC32 crc = new CRC32();
            crc.update(mimeType);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(mimeType.length);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(mimeType);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        assertWarrant(read(out.toByteArray(), "paper.odt"), "application/vnd.oasis.opendocument.text");
    }

    @Test
    void shouldReadTheBodyOfAnOutlookMessage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem message = new POIFSFileSystem()) {
            put(message, "__substg1.0_001A001F", "IPM.Note");
            put(message, "__substg1.0_0037001F", "Warrant");
            put(message, "__substg1.0_1000001F", String.join("\r\n", WARRANT));
            message.createDocument(new ByteArrayInputStream(new byte[32]), "__properties_version1.0");
            message.writeFilesystem(out);
        }
        assertWarrant(read(out.toByteArray(), "paper.msg"), "application/vnd.ms-outlook");
    }

    @Test
    void shouldReadTheBodyOfAMail() {
        assertWarrant(read(mail(String.join("\r\n", WARRANT)), "paper.eml"), "message/rfc822");
    }

    @Test
    void shouldWarnOfAValuePrintedTwiceAndDifferently() {
        Reading reading = read(String.join("\n\n", WARRANT) + "\n\nDate of birth: 3 May 1991", "paper.txt");
        assertThat(reading.records().getFirst().findings())
                .filteredOn(finding -> finding.code().equals("PRINTED-TWICE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.blocks()).isFalse();
                    assertThat(finding.fields()).containsExactly("defendant.dateOfBirth");
                    assertThat(finding.what()).contains("Date of birth").containsPattern("page 1.*and on page 1");
                });
    }

    @Test
    void shouldGuessTheCenturyOfATwoDigitYearWithLittleConfidence() {
        String paper = String.join("\n\n", WARRANT);
        Field born = read(paper.replace("3 May 1990", "03/05/90"), "paper.txt")
                .records()
                .getFirst()
                .fields()
                .at("defendant.dateOfBirth")
                .orElseThrow();
        assertThat(born.value()).isEqualTo("1990-05-03");
        assertThat(born.confidence()).isLessThan(0.7);
        Fields young = read(paper.replace("3 May 1990", "03/05/09"), "paper.txt")
                .records()
                .getFirst()
                .fields();
        assertThat(young.value("defendant.dateOfBirth")).contains("2009-05-03");
    }

    @Test
    void shouldGiveTheThreeBestGuessesForAPaperOfNoKnownKind() {
        Reading reading = read("A letter that says somebody was remanded in custody, and little else.", "paper.txt");
        assertThat(reading.failure().orElseThrow().code()).isEqualTo(FailureCode.UNCLASSIFIED);
        assertThat(reading.kind()).isEmpty();
        assertThat(reading.scores()).hasSize(3);
        assertThat(reading.scores().getFirst().kind()).isEqualTo("remand-warrant");
        assertThat(reading.scores().getFirst().clues()).containsExactly("remanded in custody");
        assertThat(reading.scores()).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    private static void assertWarrant(Reading reading, String mediaType) {
        assertThat(reading.failure()).isEmpty();
        assertThat(reading.mediaType()).isEqualTo(mediaType);
        assertThat(reading.kind()).contains("remand-warrant");
        assertThat(reading.records()).hasSize(1);
        Fields fields = reading.records().getFirst().fields();
        assertThat(fields.value("defendant.name")).contains("Ada Example");
        assertThat(fields.value("defendant.dateOfBirth")).contains("1990-05-03");
        assertThat(fields.value("cases[1].urn")).contains("01ZD0303208");
        assertThat(fields.value("hearing.date")).contains("2026-08-14");
        assertThat(fields.value("prison.name")).contains("HMP Thameside");
        assertThat(fields.value("offences[1].code")).contains("TH68001");
        assertThat(fields.value("offences[1].title")).contains("Theft from the person of another");
    }

    private static Reading read(String text, String name) {
        return read(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private static Reading read(byte[] bytes, String name) {
        return new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC))
                .read(bytes, name, NOW);
    }

    private static String mail(String body) {
        return "From: clerk@example.org\r\nTo: prison@example.org\r\nSubject: Papers\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n";
    }

    private static void put(POIFSFileSystem message, String name, String text) throws IOException {
        message.createDocument(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)), name);
    }
}
