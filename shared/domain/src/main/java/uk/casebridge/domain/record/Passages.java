package uk.casebridge.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells what changed within a longer text: "5 Months" became "7 Months" after "Committed to prison for", not that four
 * hundred characters became four hundred others. The rest of the text is the same in both.
 */
final class Passages {

    private static final Pattern TOKEN =
            Pattern.compile("£?\\p{N}+(?:[.,]\\p{N}+)*%?|[\\p{L}\\p{M}'’]+|[^\\s\\p{L}\\p{N}]");
    private static final Pattern NUMBER = Pattern.compile("£?\\p{N}.*");
    private static final Set<String> UNITS =
            Set.of("hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years");
    private static final Set<String> ENDS = Set.of(".", ";", "\n");

    /** A text of fewer words is shown whole. */
    private static final int SHORTEST = 8;

    /** Past this product of words, comparing costs more than it tells. */
    private static final long MOST_COMPARED = 4_000_000;

    /** More passages than this, and the text is another one. */
    private static final int MOST_PASSAGES = 12;

    private static final int LONGEST_LEAD = 8;

    private final String before;
    private final String after;
    private final List<MatchResult> old;
    private final List<MatchResult> now;

    private Passages(String before, String after) {
        this.before = before;
        this.after = after;
        this.old = TOKEN.matcher(before).results().toList();
        this.now = TOKEN.matcher(after).results().toList();
    }

    static List<Change> of(Change change) {
        if (change.before().isEmpty()
                || change.after().isEmpty()
                || change.passage().isPresent()) {
            return List.of(change);
        }
        Passages passages = new Passages(change.before().get(), change.after().get());
        if (passages.old.size() < SHORTEST
                || passages.now.size() < SHORTEST
                || (long) passages.old.size() * passages.now.size() > MOST_COMPARED) {
            return List.of(change);
        }
        List<Hunk> hunks = passages.hunks();
        int gone =
                hunks.stream().mapToInt(hunk -> hunk.oldTo() - hunk.oldFrom()).sum();
        boolean another = 2 * gone > passages.old.size() || hunks.size() > MOST_PASSAGES;
        return hunks.isEmpty() || another
                ? List.of(change)
                : hunks.stream().map(hunk -> passages.said(change, hunk)).toList();
    }

    /** Tokens from and up to, but not with, in the older and in the newer text. */
    private record Hunk(int oldFrom, int oldTo, int nowFrom, int nowTo) {
        Hunk upTo(Hunk later) {
            return new Hunk(oldFrom, later.oldTo, nowFrom, later.nowTo);
        }
    }

    private List<Hunk> hunks() {
        int[][] common = commonFrom();
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && same(i, j)) {
                i++;
                j++;
                continue;
            }
            int oldFrom = i;
            int nowFrom = j;
            while ((i < old.size() || j < now.size()) && !(i < old.size() && j < now.size() && same(i, j))) {
                if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                    i++;
                } else {
                    j++;
                }
            }
            hunks.add(new Hunk(oldFrom, i, nowFrom, j));
        }
        return joined(hunks);
    }

    /** How many tokens in order the rests of both texts share, from each place on. */
    private int[][] commonFrom() {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = same(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private boolean same(int i, int j) {
        return old.get(i).group().equals(now.get(j).group());
    }

    /** One word between two changes belongs to them: a sentence put otherwise is one passage. */
    private static List<Hunk> joined(List<Hunk> hunks) {
        List<Hunk> joined = new ArrayList<>();
        for (Hunk hunk : hunks) {
            if (!joined.isEmpty() && hunk.oldFrom() - joined.getLast().oldTo() <= 1) {
                joined.set(joined.size() - 1, joined.getLast().upTo(hunk));
            } else {
                joined.add(hunk);
            }
        }
        return joined;
    }

    private Change said(Change change, Hunk hunk) {
        int oldTo = withUnit(old, hunk.oldFrom(), hunk.oldTo());
        int nowTo = withUnit(now, hunk.nowFrom(), hunk.nowTo());
        return change.within(
                lead(hunk.nowFrom()),
                words(before, old, hunk.oldFrom(), oldTo),
                words(after, now, hunk.nowFrom(), nowTo));
    }

    /** A number is said with what it counts. */
    private static int withUnit(List<MatchResult> tokens, int from, int to) {
        boolean counts = to > from
                && to < tokens.size()
                && NUMBER.matcher(tokens.get(to - 1).group()).matches()
                && UNITS.contains(tokens.get(to).group().toLowerCase(Locale.ROOT));
        return counts ? to + 1 : to;
    }

    private static Optional<String> words(String text, List<MatchResult> tokens, int from, int to) {
        int first = from;
        while (first < to && isMark(tokens, first)) {
            first++;
        }
        if (from == to) {
            return Optional.empty();
        }
        // Only marks: they are what changed.
        int begin = first == to ? from : first;
        return Optional.of(
                text.substring(tokens.get(begin).start(), tokens.get(to - 1).end()));
    }

    private static boolean isMark(List<MatchResult> tokens, int at) {
        return !Character.isLetterOrDigit(tokens.get(at).group().codePointAt(0))
                && tokens.get(at).group().length() == 1;
    }

    /** What leads to a passage: the heading of its sentence, else the words of the sentence before it, the last few. */
    private String lead(int from) {
        int begin = from;
        int colon = 0;
        while (begin > 0 && !endsSentence(begin - 1)) {
            begin--;
            if (now.get(begin).group().equals(":")) {
                colon = begin;
            }
        }
        if (begin == from) {
            return "";
        }
        if (colon > begin) {
            return after.substring(now.get(begin).start(), now.get(colon - 1).end());
        }
        int first = Math.max(begin, from - LONGEST_LEAD);
        return after.substring(now.get(first).start(), now.get(from - 1).end());
    }

    private boolean endsSentence(int token) {
        if (ENDS.contains(now.get(token).group())) {
            return true;
        }
        int next = token + 1 < now.size() ? now.get(token + 1).start() : after.length();
        return after.substring(now.get(token).end(), next).contains("\n");
    }
}
