package uk.casebridge.domain.kind;

/**
 * Words that speak for or against a kind. A kind's score is the sum of the weights of its clues found, from 0; a paper
 * is of the kind that scores highest, if that is at least {@link Kind#RECOGNISED} and clearly above the next.
 *
 * @param words the words, compared without case, white space collapsed
 * @param weight what finding them is worth, from -1 to 1
 * @param where where they must stand
 */
public record Clue(String words, double weight, Where where) {

    /** Where the words of a clue must stand. */
    public enum Where {
        /** In the top third of the first page. */
        TITLE,
        ANYWHERE
    }

    public static Clue title(String words, double weight) {
        return new Clue(words, weight, Where.TITLE);
    }

    public static Clue anywhere(String words, double weight) {
        return new Clue(words, weight, Where.ANYWHERE);
    }
}
