package uk.casebridge.reading.words;

import java.util.List;

/**
 * One page.
 *
 * @param number the page, from 1
 * @param width its width as shown, in points
 * @param height its height as shown, in points
 * @param words its words, in no particular order
 */
public record PageOfWords(int number, double width, double height, List<Word> words) {

    public PageOfWords {
        words = List.copyOf(words);
    }
}
