package uk.casebridge.reading.words;

import uk.casebridge.domain.field.PageBox;

/**
 * A word as it stands on a page.
 *
 * @param text its characters, without white space
 * @param box where it stands; the height is that of the font, from a little above the capitals to the descenders
 * @param confidence how sure its characters are, from 0 to 1: 1 for text, less for what was recognised in a picture
 * @param bold whether it is set in bold, as labels often are; false where nobody can tell
 */
public record Word(String text, PageBox box, double confidence, boolean bold) {

    public Word {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A word has characters");
        }
    }

    /** A plain word of text. */
    public static Word of(String text, PageBox box) {
        return new Word(text, box, 1.0, false);
    }

    Word movedBy(double right, double down) {
        return new Word(
                text,
                new PageBox(box.page(), box.x() + right, box.y() + down, box.width(), box.height()),
                confidence,
                bold);
    }

    @Override
    public String toString() {
        // The text may be personal and must not reach a log by way of a message.
        return "Word[" + text.length() + " characters at " + box + "]";
    }
}
