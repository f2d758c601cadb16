package uk.casebridge.reading.words;

import java.util.ArrayList;
import java.util.List;
import uk.casebridge.domain.field.PageBox;

/** Words for text that has no places of its own, set as if in a plain typeface. */
final class SyntheticWords {

    /** The size letters are set in, in points. */
    static final double SIZE = 10;

    /** The width of one letter, as a share of the size. */
    static final double LETTER = 0.5;

    /** From one line to the next, as a share of the size. */
    static final double LEADING = 1.2;

    private SyntheticWords() {}

    /** The text of a form field or note, set within its box and never beyond it. */
    static List<Word> within(String text, int page, PageBox box) {
        List<Word> words = new ArrayList<>();
        String[] lines = text.strip().split("\\R");
        double height = Math.min(SIZE, Math.max(4, box.height() / (lines.length * LEADING)));
        double y = lines.length == 1 ? box.y() + Math.max(0, (box.height() - height) / 2) : box.y() + 1;
        for (String line : lines) {
            double letter = Math.min(height * LETTER, box.width() / Math.max(1, line.length()));
            double x = box.x() + Math.min(2, box.width() / 20);
            for (String part : line.strip().split("\\s+")) {
                String characters = Characters.plain(part);
                if (!characters.isEmpty()) {
                    words.add(
                            Word.of(characters, new PageBox(page, x, y, letter * characters.length() * 0.95, height)));
                    x += letter * (characters.length() + 1);
                }
            }
            y += height * LEADING;
        }
        return words;
    }
}
