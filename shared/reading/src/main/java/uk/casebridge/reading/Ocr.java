package uk.casebridge.reading;

import java.awt.image.BufferedImage;
import java.util.List;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.words.Word;

/** Recognises the words in a picture of a page. */
public interface Ocr {

    /** Whether it recognises anything here; if not, a picture is a paper without text. */
    boolean isAvailable();

    /**
     * The words in a picture.
     *
     * @param picture the page
     * @param page its number, from 1
     * @param dpi pixels of the picture per inch of the page
     * @return the words with their places in points, those of the page set straight, each with the confidence of the recognition
     * @throws PaperFailedException if it takes too long or fails
     */
    List<Word> words(BufferedImage picture, int page, double dpi);

    /** Recognises nothing. */
    static Ocr none() {
        return new Ocr() {
            @Override
            public boolean isAvailable() {
                return false;
            }

            @Override
            public List<Word> words(BufferedImage picture, int page, double dpi) {
                return List.of();
            }
        };
    }
}
