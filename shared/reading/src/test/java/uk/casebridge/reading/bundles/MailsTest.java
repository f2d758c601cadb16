package uk.casebridge.reading.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Reader;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

/** Mails with papers attached. */
class MailsTest {

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

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @TempDir
    private Path folder;

    @Test
    void shouldTakeEveryAttachmentForAPaperAndTheTextForACoverNote() throws IOException {
        byte[] pdf = new PaperGenerator(3)
                .next("remand-warrant", Layout.LETTER, Medium.PDF)
                .bytes();
        byte[] mail = TestMail.saying("Please find two papers attached.")
                .with("warrant.pdf", "application/pdf", pdf)
                .with("paper.txt", WARRANT)
                .bytes();

        Bundle bundle = bundle(mail);

        assertThat(bundle.sort()).isEqualTo(Bundle.Sort.MAIL);
        assertThat(bundle.parts())
                .extracting(Bundle.Part::name)
                .containsExactly("Text of the e-mail.txt", "warrant.pdf", "paper.txt");
        assertThat(bundle.parts())
                .extracting(Bundle.Part::use)
                .containsExactly(Bundle.Use.COVER_NOTE, Bundle.Use.PAPER, Bundle.Use.PAPER);
        List<Path> parts = parts(mail, bundle);
        assertThat(parts).hasSize(2);
        assertThat(Files.readAllBytes(parts.getFirst())).isEqualTo(pdf);
        assertThat(read(parts.get(1), "paper.txt").kind()).contains("remand-warrant");
    }

    @Test
    void shouldMakeAPaperOfTheTextWhereItIsOne() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line : WARRANT.subList(2, WARRANT.size())) {
            String[] cells = line.split(": ", 2);
            rows.append("<tr><th>" + cells[0] + "</th><td>" + cells[1] + "</td></tr>");
        }
        String html = "<html><body><h1>Remand warrant</h1><p>The defendant is remanded in custody.</p><table>" + rows
                + "</table></body></html>";
        for (byte[] mail : List.of(
                TestMail.saying(String.join("\r\n", WARRANT))
                        .with("map.txt", List.of("The way to the court"))
                        .bytes(),
                TestMail.showing(html)
                        .with("map.txt", List.of("The way to the court"))
                        .bytes())) {
            Bundle bundle = bundle(mail);

            assertThat(bundle.papers()).isEqualTo(2);
            assertThat(bundle.parts().getFirst().where()).isEqualTo(new Bundle.Body());
            Reading text = read(
                    parts(mail, bundle).getFirst(), bundle.parts().getFirst().name());
            assertThat(text.kind()).contains("remand-warrant");
            assertThat(text.records().getFirst().fields().value("defendant.name"))
                    .contains("Ada Example");
            assertThat(text.records().getFirst().fields().value("prison.name")).contains("HMP Thameside");
        }
    }

    @Test
    void shouldReadAMailWithNothingButACrestAsOnePaper() throws IOException {
        byte[] mail = TestMail.saying(String.join("\r\n", WARRANT))
                .inText("image001.png", "image/png", png())
                .bytes();

        Reading reading = reader.read(mail, "paper.eml", NOW);

        assertThat(reading.bundle()).isEmpty();
        assertThat(reading.kind()).contains("remand-warrant");
    }

    @Test
    void shouldSayThatACrestBesideThePapersIsAPicture() throws IOException {
        byte[] mail = TestMail.saying("Hello")
                .inText("crest.png", "image/png", png())
                .with("paper.txt", WARRANT)
                .bytes();

        assertThat(bundle(mail).parts())
                .extracting(Bundle.Part::use)
                .containsExactly(Bundle.Use.COVER_NOTE, Bundle.Use.PICTURE, Bundle.Use.PAPER);
    }

    @Test
    void shouldLeaveAForwardedMailWholeForItsOwnTurn() throws IOException {
        byte[] inner = TestMail.saying("The paper.").with("paper.txt", WARRANT).bytes();
        byte[] mail = TestMail.saying("See below.").forwarding(inner).bytes();

        Bundle bundle = bundle(mail);

        assertThat(bundle.parts()).hasSize(2);
        assertThat(bundle.parts().get(1).name()).endsWith(".eml");
        Path forwarded = parts(mail, bundle).getFirst();
        Reading reading = read(forwarded, bundle.parts().get(1).name());
        assertThat(reading.bundle().orElseThrow().parts())
                .extracting(Bundle.Part::name)
                .contains("paper.txt");
    }

    @Test
    void shouldSurviveMailsWithinMailsWithoutEnd() {
        byte[] mail = TestMail.saying("The inmost.").bytes();
        for (int depth = 0; depth < 300; depth++) {
            mail = TestMail.saying("Mail " + depth).forwarding(mail).bytes();
        }

        Reading reading = reader.read(mail, "deep.eml", NOW);

        // Its first layer is taken off, and the next has its own turn; or it is too deep at once.
        assertThat(reading.bundle()
                        .map(bundle -> bundle.parts().size() == 2)
                        .orElseGet(() ->
                                reading.failure().orElseThrow().code().outcome() == FailureCode.Outcome.QUARANTINED))
                .isTrue();
    }

    @Test
    void shouldGiveTheSameBytesEachTime() throws IOException {
        byte[] mail = TestMail.saying(String.join("\r\n", WARRANT))
                .with("paper.txt", WARRANT)
                .bytes();
        List<byte[]> once = bytes(parts(mail, bundle(mail)));

        assertThat(bytes(parts(mail, bundle(mail)))).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void shouldRefuseAMailWithMoreFilesThanAreTakenApart() {
        TestMail mail = TestMail.saying("Many.");
        for (int i = 0; i < 10_000; i++) {
            mail.with("note " + i + ".txt", List.of("Note " + i));
        }

        Reading reading = reader.read(mail.bytes(), "many.eml", NOW);

        assertThat(reading.failure()).map(Failure::code).contains(FailureCode.TOO_MANY_PARTS);
    }

    private Bundle bundle(byte[] mail) {
        Reading reading = reader.read(mail, "papers.eml", NOW);
        assertThat(reading.failure()).isEmpty();
        return reading.bundle().orElseThrow();
    }

    private List<Path> parts(byte[] mail, Bundle bundle) throws IOException {
        Path file = Files.write(folder.resolve("mail"), mail);
        Path into = Files.createTempDirectory(folder, "parts");
        assertThat(reader.takeApart(file, bundle, into)).isEmpty();
        return bundle.parts().stream()
                .map(part -> into.resolve(Integer.toString(part.number())))
                .filter(Files::exists)
                .toList();
    }

    private static List<byte[]> bytes(List<Path> files) throws IOException {
        List<byte[]> all = new java.util.ArrayList<>();
        for (Path file : files) {
            all.add(Files.readAllBytes(file));
        }
        return all;
    }

    private Reading read(Path file, String name) throws IOException {
        return reader.read(Files.readAllBytes(file), name, NOW);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
