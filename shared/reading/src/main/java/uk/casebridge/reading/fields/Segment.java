package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.reading.words.Word;

/**
 * Words of one line with no wide gap between them, placed on the strip: the pages laid one below the other with their
 * repeated headers and footers cut off.
 *
 * @param words its words from left to right
 * @param left its left edge
 * @param right its right edge
 * @param top its top edge on the strip
 * @param bottom its bottom edge on the strip
 * @param line the number of the line it is on, from 0
 */
record Segment(List<Word> words, double left, double right, double top, double bottom, int line) {

    Segment {
        words = List.copyOf(words);
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** The text of segments line by line, pieces of one line put together. */
    static List<String> lines(List<Segment> segments) {
        List<String> lines = new ArrayList<>();
        int before = -1;
        for (Segment segment : segments) {
            if (segment.line() == before) {
                lines.set(lines.size() - 1, lines.getLast() + " " + segment.text());
            } else {
                lines.add(segment.text());
            }
            before = segment.line();
        }
        return lines;
    }

    double height() {
        return bottom - top;
    }

    int page() {
        return words.getFirst().box().page();
    }

    boolean bold() {
        return words.stream().filter(Word::bold).count() * 2 > words.size();
    }

    PageBox box() {
        return boxOf(words);
    }

    boolean overlaps(Segment other) {
        return Math.min(right, other.right) - Math.max(left, other.left) > 0;
    }

    /** Its words from one on, as a segment. */
    Segment from(int word) {
        return part(word, words.size());
    }

    /** Its words before one, as a segment. */
    Segment upTo(int word) {
        return part(0, word);
    }

    private Segment part(int from, int to) {
        List<Word> some = words.subList(from, to);
        PageBox box = boxOf(some);
        return new Segment(some, box.x(), box.right(), top, bottom, line);
    }

    static PageBox boxOf(List<Word> words) {
        PageBox box = words.getFirst().box();
        for (Word word : words) {
            // A value that goes on over the page is shown where it begins.
            if (word.box().page() == box.page()) {
                box = box.with(word.box());
            }
        }
        return box;
    }

    @Override
    public String toString() {
        return "Segment[" + words.size() + " words at " + box() + "]";
    }
}
