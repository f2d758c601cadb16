package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.words.Word;

/** Text recognition with the program, where it is installed, and with stand-ins for it. */
final class TesseractTest {

    @TempDir
    Path folder;

    @Test
    void shouldRecogniseWordsWithTheirPlaces() {
        Ocr ocr = Tesseract.ifInstalled();
        assumeThat(ocr.isAvailable()).as("the program tesseract is on the path").isTrue();
        List<Word> words = ocr.words(picture("Defendant Example"), 4, 200);
        assertThat(words).extracting(Word::text).containsExactly("Defendant", "Example");
        assertThat(words.getFirst().box().page()).isEqualTo(4);
        assertThat(words.getFirst().box().x()).isBetween(34.0, 38.0);
        assertThat(words.getFirst().box().y()).isBetween(20.0, 38.0);
        assertThat(words.getFirst().confidence()).isBetween(0.6, 1.0);
    }

    @Test
    void shouldGiveAWordTheHeightOfItsLine() {
        List<Word> words = Tesseract.parse(
                String.join(
                        "\n",
                        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
                        "4\t1\t1\t1\t1\t0\t100\t200\t300\t40\t-1\t",
                        "5\t1\t1\t1\t1\t1\t100\t210\t80\t20\t91.5\ton",
                        "5\t1\t1\t1\t1\t2\t190\t210\t80\t20\t-1\t "),
                2,
                144);
        assertThat(words).hasSize(1);
        assertThat(words.getFirst().box().y()).isEqualTo(100);
        assertThat(words.getFirst().box().height()).isEqualTo(20);
        assertThat(words.getFirst().confidence()).isEqualTo(0.915);
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "the stand-in for the program is a shell script")
    void shouldStopTheProgramWhenItsTimeIsUp() throws IOException {
        Tesseract slow = new Tesseract(program("sleep 30"), Duration.ofMillis(200));
        assertThatThrownBy(() -> slow.words(picture("x"), 1, 200))
                .isInstanceOfSatisfying(
                        PaperFailedException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.TOO_SLOW));
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "the stand-in for the program is a shell script")
    void shouldSayThatTheProgramFailed() throws IOException {
        Tesseract failing = new Tesseract(program("exit 3"), Duration.ofSeconds(10));
        assertThatThrownBy(() -> failing.words(picture("x"), 1, 200))
                .isInstanceOfSatisfying(
                        PaperFailedException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.UNEXPECTED));
    }

    private Path program(String does) throws IOException {
        Path script = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + does + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static BufferedImage picture(String text) {
        BufferedImage picture = new BufferedImage(800, 200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 800, 200);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        pen.drawString(text, 100, 100);
        pen.dispose();
        return picture;
    }
}
