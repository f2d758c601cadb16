package uk.casebridge.reading.bundles;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.reading.fields.Recogniser;
import uk.casebridge.reading.words.PageOfWords;
import uk.casebridge.reading.words.Word;

/**
 * What a page shows of where it belongs.
 *
 * @param what whether it is a page of a paper at all
 * @param number its printed page number
 * @param kind the kind of paper that this page alone would be taken for
 * @param head its first line, which many papers repeat on each page
 * @param cases the case numbers on it
 */
record PageLook(What what, Optional<Number> number, Optional<Kind> kind, String head, Set<String> cases) {

    /** What a page is. */
    enum What {
        CONTENT,
        BLANK,
        SEPARATOR
    }

    /** A printed page number: "Page 2", "Page 2 of 3", "2/3". */
    record Number(int page, Optional<Integer> of) {
        boolean isLast() {
            return of.isEmpty() || of.get() == page;
        }
    }

    /** Printed page numbers stand in the margins at the head and foot: this share of the page's height each. */
    private static final double MARGIN = 0.12;

    /** Text as sure as this is taken at its word; a number that was recognised with less may be another. */
    private static final double SURE = 0.95;

    /** A sheet between papers says little more than that. */
    private static final int MOST_WORDS_OF_SEPARATOR = 40;

    /** Specks on an empty scanned page are now and then taken for a few characters. */
    private static final int MOST_SPECKS = 3;

    private static final double SPECK = 0.7;

    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\bpage\\s*:?\\s*(\\d{1,4})(?:\\s*(?:of|/)\\s*(\\d{1,4}))?\\b");

    private static final Pattern COUNTED = Pattern.compile("(?i)^(\\d{1,4})\\s*(?:of|/)\\s*(\\d{1,4})$");

    private static final Pattern SEPARATES = Pattern.compile(
            "(?i)\\b(?:(?:document|batch|page|file|sheet|scan|patch)\\s+(?:separator|divider)|separator\\s+(?:sheet|page)|"
                    + "divider\\s+(?:sheet|page)|patch\\s+(?:code|t|[1-6]))\\b");

    private static final Pattern CASE =
            Pattern.compile("\\d{2}[A-Z0-9]{2}\\d{7}|[A-Z]{2}\\d{9}|\\d{2}[A-Z]{2}\\d{7,9}");

    static PageLook of(PageOfWords page, Recogniser recogniser) {
        List<String> lines = lines(page.words());
        What what = what(page, String.join(" ", lines));
        if (what != What.CONTENT) {
            return new PageLook(what, Optional.empty(), Optional.empty(), "", Set.of());
        }
        Set<String> cases = new HashSet<>();
        for (Word word : page.words()) {
            if (word.confidence() >= SURE && CASE.matcher(word.text()).matches()) {
                cases.add(word.text());
            }
        }
        return new PageLook(
                what,
                number(page),
                recogniser.kind(recogniser.scores(List.of(page))),
                lines.getFirst(),
                Set.copyOf(cases));
    }

    /** Whether two pages name cases, and not one in common. */
    boolean isAboutOtherCases(PageLook other) {
        return !cases.isEmpty() && !other.cases.isEmpty() && cases.stream().noneMatch(other.cases::contains);
    }

    private static What what(PageOfWords page, String text) {
        boolean specks =
                page.words().size() <= MOST_SPECKS && page.words().stream().allMatch(word -> word.confidence() < SPECK);
        if (specks) {
            return What.BLANK;
        }
        return page.words().size() <= MOST_WORDS_OF_SEPARATOR
                        && SEPARATES.matcher(text).find()
                ? What.SEPARATOR
                : What.CONTENT;
    }

    private static Optional<Number> number(PageOfWords page) {
        List<Word> margins = page.words().stream()
                .filter(word -> word.confidence() >= SURE)
                .filter(word -> word.box().y() < MARGIN * page.height()
                        || word.box().y() + word.box().height() > (1 - MARGIN) * page.height())
                .toList();
        for (String line : lines(margins)) {
            Matcher matcher = NUMBERED.matcher(line);
            if (!matcher.find()) {
                matcher = COUNTED.matcher(line);
                if (!matcher.find()) {
                    continue;
                }
            }
            Optional<Integer> of = Optional.ofNullable(matcher.group(2)).map(Integer::parseInt);
            return Optional.of(new Number(Integer.parseInt(matcher.group(1)), of));
        }
        return Optional.empty();
    }

    /** Words that stand side by side, the highest line first. */
    private static List<String> lines(List<Word> words) {
        TreeMap<Long, StringBuilder> lines = new TreeMap<>();
        words.stream()
                .sorted(Comparator.comparingDouble(word -> word.box().x()))
                .forEach(word -> lines.computeIfAbsent(Math.round(word.box().y() / 4), row -> new StringBuilder())
                        .append(word.text())
                        .append(' '));
        return lines.values().stream()
                .map(line -> line.toString().strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
