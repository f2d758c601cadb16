package uk.casebridge.reading.words;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Makes a picture of a page fit for recognition: sets it straight and takes the rules of tables out. A page half a
 * degree askew is several points lower at one end of a line than at the other, and rules are taken for letters.
 */
public final class StraightPicture {

    private static final double MOST_DEGREES = 3;
    private static final double STEP_DEGREES = 0.05;

    /** Fine enough to see lines of print apart, coarse enough to try many angles. */
    private static final double DPI_FOR_ANGLE = 75;

    /** Below this angle turning costs more sharpness than it gains. */
    private static final double STRAIGHT_DEGREES = 0.04;

    /** Rules are longer than this, in inches; no letter of ordinary print is. */
    private static final double SHORTEST_ACROSS = 0.5;

    private static final double SHORTEST_DOWN = 0.21;

    private StraightPicture() {}

    /**
     * The picture set straight about its middle, without rules.
     *
     * @param picture the page, which stays as it is
     * @param dpi its pixels per inch
     */
    public static BufferedImage of(BufferedImage picture, double dpi) {
        BufferedImage grey = grey(picture);
        double degrees = degrees(grey, dpi);
        BufferedImage straight = Math.abs(degrees) < STRAIGHT_DEGREES ? grey : turned(grey, -degrees);
        withoutRules(straight, dpi);
        return straight;
    }

    private static BufferedImage grey(BufferedImage picture) {
        BufferedImage grey = blank(picture.getWidth(), picture.getHeight());
        Graphics2D pen = grey.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return grey;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = blank.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return blank;
    }

    private static BufferedImage turned(BufferedImage picture, double degrees) {
        BufferedImage turned = blank(picture.getWidth(), picture.getHeight());
        Graphics2D pen = turned.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.rotate(Math.toRadians(degrees), picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return turned;
    }

    /** How far the lines of print fall to the right, in degrees: the angle at which they part most clearly. */
    static double degrees(BufferedImage grey, double dpi) {
        int step = Math.max(1, (int) Math.round(dpi / DPI_FOR_ANGLE));
        int width = grey.getWidth() / step;
        int height = grey.getHeight() / step;
        int threshold = threshold(grey);
        int[] xs = new int[width * height];
        int[] ys = new int[width * height];
        int count = 0;
        WritableRaster raster = grey.getRaster();
        int[] row = new int[grey.getWidth()];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y * step, grey.getWidth(), 1, 0, row);
            for (int x = 0; x < width; x++) {
                if (row[x * step] < threshold) {
                    xs[count] = x - width / 2;
                    ys[count] = y;
                    count++;
                }
            }
        }
        int margin = (int) Math.ceil(width * Math.tan(Math.toRadians(MOST_DEGREES))) + 2;
        int[] lines = new int[height + 2 * margin];
        int first = 0;
        int last = 0;
        double bestScore = -1;
        int steps = (int) Math.round(MOST_DEGREES / STEP_DEGREES);
        for (int i = -steps; i <= steps; i++) {
            double tangent = Math.tan(Math.toRadians(i * STEP_DEGREES));
            Arrays.fill(lines, 0);
            for (int k = 0; k < count; k++) {
                lines[margin + (int) Math.round(ys[k] - xs[k] * tangent)]++;
            }
            double score = 0;
            for (int k = 1; k < lines.length; k++) {
                double change = lines[k] - lines[k - 1];
                score += change * change;
            }
            if (score > bestScore) {
                bestScore = score;
                first = i;
            }
            if (score >= bestScore) {
                last = i;
            }
        }
        // Of angles that do equally well the one in the middle.
        return (first + last) / 2.0 * STEP_DEGREES;
    }

    /** Half way between the paper, which is most of the page, and black. */
    private static int threshold(BufferedImage grey) {
        long sum = 0;
        int[] row = new int[grey.getWidth()];
        int rows = 0;
        for (int y = 0; y < grey.getHeight(); y += 16) {
            grey.getRaster().getSamples(0, y, grey.getWidth(), 1, 0, row);
            for (int shade : row) {
                sum += shade;
            }
            rows++;
        }
        return (int) (sum / Math.max(1L, (long) rows * grey.getWidth()) * 0.65);
    }

    private static void withoutRules(BufferedImage grey, double dpi) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        int threshold = threshold(grey);
        int[] shades = grey.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
        boolean[] rule = new boolean[shades.length];
        int across = (int) (SHORTEST_ACROSS * dpi);
        for (int y = 0; y < height; y++) {
            markRuns(shades, rule, y * width, 1, width, across, threshold);
        }
        int down = (int) (SHORTEST_DOWN * dpi);
        for (int x = 0; x < width; x++) {
            markRuns(shades, rule, x, width, height, down, threshold);
        }
        // What is left of a rule at its edges is lighter, and would still look like a stroke.
        int edge = Math.max(1, (int) Math.round(dpi / 150));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (rule[y * width + x]) {
                    whiten(shades, width, height, x, y, edge);
                }
            }
        }
        grey.getRaster().setSamples(0, 0, width, height, 0, shades);
    }

    private static void markRuns(
            int[] shades, boolean[] rule, int from, int step, int count, int least, int threshold) {
        int begun = -1;
        for (int i = 0; i <= count; i++) {
            boolean dark = i < count && shades[from + i * step] < threshold;
            if (dark && begun < 0) {
                begun = i;
            } else if (!dark && begun >= 0) {
                if (i - begun >= least) {
                    for (int k = begun; k < i; k++) {
                        rule[from + k * step] = true;
                    }
                }
                begun = -1;
            }
        }
    }

    private static void whiten(int[] shades, int width, int height, int x, int y, int edge) {
        for (int down = Math.max(0, y - edge); down <= Math.min(height - 1, y + edge); down++) {
            for (int across = Math.max(0, x - edge); across <= Math.min(width - 1, x + edge); across++) {
                shades[down * width + across] = 255;
            }
        }
    }
}
