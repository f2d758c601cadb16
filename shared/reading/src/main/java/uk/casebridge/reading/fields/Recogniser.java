package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.casebridge.domain.kind.Clue;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.reading.words.PageOfWords;
import uk.casebridge.reading.words.Word;

/** Tells what kind a paper is by what speaks for each. In doubt it says so. */
public final class Recogniser {

    /** How far the best must lie above the next to be taken. */
    static final double CLEARLY_ABOVE = 0.2;

    private static final int GUESSES = 3;

    private static final Pattern CLOSING_MARKS = Pattern.compile("[:.,;]+(?=\\s|$)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<Kind> kinds;
    private final Map<Clue, String> comparableClues = new HashMap<>();

    public Recogniser(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
        for (Kind kind : kinds) {
            for (Clue clue : kind.clues()) {
                comparableClues.put(clue, " " + comparable(clue.words()) + " ");
            }
        }
    }

    /** The scores of the three likeliest kinds, the best first. */
    public List<Reading.Score> scores(List<PageOfWords> pages) {
        String title = pages.isEmpty() ? "" : text(titleWords(pages.getFirst()));
        String everything =
                text(pages.stream().flatMap(page -> page.words().stream()).toList());
        List<Reading.Score> scores = new ArrayList<>();
        for (Kind kind : kinds) {
            double score = 0;
            List<String> clues = new ArrayList<>();
            for (Clue clue : kind.clues()) {
                String where = clue.where() == Clue.Where.TITLE ? title : everything;
                if (where.contains(comparableClues.getOrDefault(clue, " "))) {
                    score += clue.weight();
                    clues.add(clue.words());
                }
            }
            scores.add(new Reading.Score(kind.id(), Math.clamp(score, 0, 1), clues));
        }
        return scores.stream()
                .sorted(Comparator.comparingDouble(Reading.Score::score).reversed())
                .limit(GUESSES)
                .toList();
    }

    /** The kind that these scores speak for, if they do so clearly. */
    public Optional<Kind> kind(List<Reading.Score> scores) {
        if (scores.isEmpty() || scores.getFirst().score() < Kind.RECOGNISED) {
            return Optional.empty();
        }
        if (scores.size() > 1 && scores.getFirst().score() - scores.get(1).score() < CLEARLY_ABOVE) {
            return Optional.empty();
        }
        String id = scores.getFirst().kind();
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    private static List<Word> titleWords(PageOfWords page) {
        double third = page.height() / 3;
        return page.words().stream().filter(word -> word.box().y() < third).toList();
    }

    /** Words in rows, so that a clue of several words is found whatever order they were drawn in. */
    private static String text(List<Word> words) {
        return words.stream()
                .sorted(Comparator.comparingInt((Word word) -> word.box().page())
                        .thenComparingLong(word -> Math.round(word.box().y() / 3))
                        .thenComparingDouble(word -> word.box().x()))
                .map(word -> comparableWord(word.text()))
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static String comparable(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
        String plain =
                SPACES.matcher(CLOSING_MARKS.matcher(lower).replaceAll("")).replaceAll(" ");
        return plain.isEmpty() ? lower : plain;
    }

    /** The same for a single word, of which a paper has thousands. */
    private static String comparableWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        int end = lower.length();
        while (end > 0 && ":.,;".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? lower : lower.substring(0, end);
    }
}
