package uk.casebridge.reading.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Pictures of pages set straight, on bars that stand for words. */
final class StraightPictureTest {

    private static final int DPI = 150;

    @Test
    void shouldFindHowFarAPageIsAskew() {
        assertThat(StraightPicture.degrees(page(0.8, false), DPI)).isCloseTo(0.8, within(0.1));
        assertThat(StraightPicture.degrees(page(-1.7, false), DPI)).isCloseTo(-1.7, within(0.1));
    }

    @Test
    void shouldSetAPageStraight() {
        BufferedImage straight = StraightPicture.of(page(1.2, false), DPI);
        assertThat(StraightPicture.degrees(straight, DPI)).isCloseTo(0, within(0.1));
    }

    @Test
    void shouldTakeRulesOutAndLeaveTheRest() {
        assertThat(dark(StraightPicture.of(page(0, true), DPI)))
                .isEqualTo(dark(StraightPicture.of(page(0, false), DPI)))
                .isPositive();
    }

    /** Twenty lines of short bars; the rules run between them. */
    private static BufferedImage page(double degrees, boolean ruled) {
        BufferedImage page = new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1000, 1000);
        pen.setColor(Color.BLACK);
        pen.rotate(Math.toRadians(degrees), 500, 500);
        for (int line = 0; line < 20; line++) {
            for (int word = 0; word < 12; word++) {
                pen.fillRect(120 + 60 * word, 120 + 40 * line, 40, 10);
            }
            if (ruled) {
                pen.fillRect(100, 145 + 40 * line, 800, 2);
            }
        }
        if (ruled) {
            pen.fillRect(108, 100, 2, 800);
        }
        pen.dispose();
        return page;
    }

    private static long dark(BufferedImage page) {
        long dark = 0;
        for (int shade : page.getRaster().getSamples(0, 0, page.getWidth(), page.getHeight(), 0, (int[]) null)) {
            dark += shade < 128 ? 1 : 0;
        }
        return dark;
    }
}
