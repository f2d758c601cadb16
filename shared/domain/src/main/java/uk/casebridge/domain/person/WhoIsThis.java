package uk.casebridge.domain.person;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whom a record means. It links only where one person fits clearly: by a number with a right check character
 * that neither name nor date of birth gainsays, or by the same name and date of birth where together they are rare
 * enough. Everything else that is likely is a question; nothing is guessed.
 */
public final class WhoIsThis {

    /**
     * From how many bits a fit is clear. Among a million people the odds against any one of them are 20 bits; ten more
     * leave one wrong in a thousand of those that only just pass.
     */
    public static final double CLEAR = 30;

    /** From how many bits someone may be meant: even odds among a million people. */
    public static final double POSSIBLE = 20;

    /** How many bits the best must be ahead of the next: a thousand to one. */
    public static final double AHEAD = 10;

    /** Most candidates a person is shown. */
    public static final int SHOWN = 5;

    private WhoIsThis() {}

    /** @param people everyone found under the mention's keys, each with all that is known of them */
    public static Decision decide(Mention mention, List<Person> people) {
        if (mention.keys().isEmpty()) {
            return new Decision.TooLittle();
        }
        List<Comparison> possible = people.stream()
                .map(person -> Weighing.compare(mention, person))
                .filter(WhoIsThis::isPossible)
                .sorted(Comparator.comparingDouble(Comparison::total).reversed())
                .toList();
        if (possible.isEmpty()) {
            return new Decision.Unknown();
        }
        Optional<Doubt> doubt = doubt(possible);
        return doubt.<Decision>map(why ->
                        new Decision.Ask(why, possible.stream().limit(SHOWN).toList()))
                .orElseGet(() -> new Decision.Same(possible.getFirst()));
    }

    private static boolean isPossible(Comparison comparison) {
        if (comparison.hasNumber()) {
            return true;
        }
        // Brothers and sisters, twins above all, share everything else.
        boolean relative =
                comparison.in(Aspect.GIVEN_NAME) == Agreement.CLASHES && comparison.in(Aspect.ASN) != Agreement.AGREES;
        return !relative && comparison.total() >= POSSIBLE;
    }

    private static Optional<Doubt> doubt(List<Comparison> possible) {
        Comparison best = possible.getFirst();
        List<Comparison> byNumber =
                possible.stream().filter(Comparison::hasNumber).toList();
        if (byNumber.size() > 1) {
            return Optional.of(Doubt.NUMBERS_OF_TWO);
        }
        if (byNumber.size() == 1 && !byNumber.getFirst().equals(best)) {
            return Optional.of(Doubt.SEVERAL);
        }
        Optional<Doubt> own = byNumber.isEmpty() ? doubtWithoutNumber(best) : doubtByNumber(best);
        if (own.isPresent()) {
            return own;
        }
        boolean rival = possible.stream().skip(1).anyMatch(other -> best.total() - other.total() < AHEAD);
        return rival ? Optional.of(Doubt.SEVERAL) : Optional.empty();
    }

    private static Optional<Doubt> doubtByNumber(Comparison best) {
        Agreement family = best.in(Aspect.FAMILY_NAME);
        Agreement given = best.in(Aspect.GIVEN_NAME);
        Agreement date = best.in(Aspect.DATE_OF_BIRTH);
        // A family name changes by marriage; a given name or a date of birth that is quite another is another person's.
        boolean fits = given != Agreement.CLASHES
                && date != Agreement.CLASHES
                && (family != Agreement.CLASHES || (date == Agreement.AGREES && given == Agreement.AGREES));
        if (!fits) {
            return Optional.of(Doubt.NUMBER_OF_ANOTHER);
        }
        return best.total() >= CLEAR ? Optional.empty() : Optional.of(Doubt.NONE_CLEAR);
    }

    private static Optional<Doubt> doubtWithoutNumber(Comparison best) {
        if (best.hasOtherNumber()) {
            return Optional.of(Doubt.OTHER_NUMBER);
        }
        boolean same = best.in(Aspect.FAMILY_NAME) == Agreement.AGREES
                && best.in(Aspect.GIVEN_NAME) == Agreement.AGREES
                && best.in(Aspect.OTHER_NAMES) != Agreement.CLASHES
                && best.in(Aspect.DATE_OF_BIRTH) == Agreement.AGREES;
        return same && best.total() >= CLEAR ? Optional.empty() : Optional.of(Doubt.NONE_CLEAR);
    }
}
