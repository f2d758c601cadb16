package uk.casebridge.domain.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Parser;

/**
 * Tells whether a change is about where somebody is held or what somebody must pay, so that a mistake in it harms. It
 * would rather ask once too often: a result that came or went counts, and so does every text that speaks of either.
 */
public final class CustodyOrMoney {

    private static final Pattern WORD = Pattern.compile("\\p{L}+|£");

    /** What paths of such fields are named after. */
    private static final Set<String> PATHS = Set.of(
            "bail",
            "custody",
            "custodyStatus",
            "prison",
            "release",
            "remand",
            "remandDays",
            "results",
            "sentence",
            "served",
            "verdict");

    private static final Set<String> WORDS = Set.of(
            "£",
            "bail",
            "committed",
            "compensation",
            "concurrent",
            "consecutive",
            "costs",
            "custodial",
            "custody",
            "day",
            "days",
            "detention",
            "fine",
            "imprisonment",
            "month",
            "months",
            "pay",
            "prison",
            "release",
            "released",
            "remand",
            "remanded",
            "sentence",
            "surcharge",
            "suspended",
            "week",
            "weeks",
            "year",
            "years");

    private CustodyOrMoney() {}

    /** Whether any of the changes of a record of this kind is. */
    public static boolean touchedBy(Kind kind, List<Change> changes) {
        return changes.stream()
                .flatMap(change -> change.passages().stream())
                .anyMatch(change -> isMoney(kind, change) || isNamedSo(change) || speaksOfIt(change));
    }

    private static boolean isMoney(Kind kind, Change change) {
        return kind.field(change.path())
                .map(FieldSpec::parser)
                .filter(Parser.MONEY::equals)
                .isPresent();
    }

    private static boolean isNamedSo(Change change) {
        for (String step : change.path().replaceAll("\\[\\d+]", "").split("\\.", -1)) {
            if (PATHS.contains(step)) {
                return true;
            }
        }
        return false;
    }

    private static boolean speaksOfIt(Change change) {
        return List.of(change.before(), change.after(), change.passage()).stream()
                .flatMap(Optional::stream)
                .flatMap(text -> WORD.matcher(text.toLowerCase(Locale.ROOT)).results())
                .anyMatch(word -> WORDS.contains(word.group()));
    }
}
