package uk.casebridge.domain.review;

import java.math.BigDecimal;
import java.util.Optional;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.review.Review.Corrected;

/** Sums of money that a correction changes. */
final class Sums {

    private Sums() {}

    /** Whether a correction changes a sum by more than so many pounds; one that is no sum before or after counts whole. */
    static boolean changeNeedsTwo(Kind kind, Corrected correction, BigDecimal above) {
        boolean money = kind.field(correction.path())
                .map(FieldSpec::parser)
                .filter(Parser.MONEY::equals)
                .isPresent();
        if (!money || correction.asRead().equals(correction.now())) {
            return false;
        }
        Optional<BigDecimal> before = sum(correction.asRead());
        Optional<BigDecimal> after = sum(correction.now());
        if (before.isEmpty() || after.isEmpty()) {
            return true;
        }
        return before.get().subtract(after.get()).abs().compareTo(above) > 0;
    }

    /** No sum at all counts as nothing; empty for what is no sum. */
    private static Optional<BigDecimal> sum(String value) {
        try {
            return Optional.of(value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value));
        } catch (NumberFormatException e) {
            // What is printed where a sum should be is shown as it stands; how much it changes nobody can say.
            return Optional.empty();
        }
    }
}
