package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.casebridge.reading.words.PageOfWords;
import uk.casebridge.reading.words.Word;

/**
 * The pages of a paper laid one below the other, cut into lines of segments. What is printed on page after page at the
 * same height, and page numbers, is kept once, so that a value goes on over a page as if there were none.
 */
final class Strip {

    /** A gap wider than this share of the height of the letters parts two segments. */
    static final double PARTING_GAP = 0.9;

    /** The space put between two pages, as a share of the height of a line. */
    private static final double PAGE_SEAM = 0.3;

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:page|pg\\.?|p\\.)?\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED =
            Pattern.compile("\\b(?:page|pg\\.?)\\s*\\d+(?:\\s*(?:of|/)\\s*\\d+)?", Pattern.CASE_INSENSITIVE);

    /** What a kind knows of a line by its first words. */
    interface Content {

        /** Whether it begins a record: never a header, though it may stand on every page. */
        boolean beginsRecord(List<Segment> line);

        /** Whether it belongs to a member of a list, and so neither is a header. */
        boolean beginsMember(List<Segment> line);

        boolean isLabelled(List<Segment> line);
    }

    /** Whether a line of a page may be there because the same stands on another page. */
    private interface Repeats {
        boolean test(int page, int other, List<Segment> line);
    }

    private final List<List<Segment>> lines;

    private Strip(List<List<Segment>> lines) {
        this.lines = lines;
    }

    /**
     * Lays out a paper.
     *
     * @param content what tells lines of the paper's content from those of its headers and footers
     */
    static Strip of(List<PageOfWords> pages, Content content) {
        List<List<List<Segment>>> byPage = new ArrayList<>();
        for (PageOfWords page : pages) {
            byPage.add(lines(page));
        }
        Predicate<List<Segment>> mayRepeat = line -> !content.beginsRecord(line) && !content.beginsMember(line);
        Set<Integer> beginnings = new HashSet<>();
        for (int i = 0; i < byPage.size(); i++) {
            if (byPage.get(i).stream().anyMatch(content::beginsRecord)) {
                beginnings.add(i);
            }
        }
        // A header or footer stands on the next page too; left and right pages may have their own. What only every
        // second
        // page says, where each begins a record, or what a label says of the record that its page begins, belongs to
        // those records, though all say the same.
        Repeats repeats = (page, other, line) -> {
            boolean near = Math.abs(other - page) == 1;
            boolean bothBegin = beginnings.contains(page) && beginnings.contains(other);
            return mayRepeat.test(line) && (content.isLabelled(line) ? near && !bothBegin : near || !bothBegin);
        };
        List<List<Segment>> kept = new ArrayList<>();
        double below = 0;
        for (int i = 0; i < byPage.size(); i++) {
            List<List<Segment>> lines = byPage.get(i);
            int first = i == 0 ? 0 : headerLines(byPage, i, mayRepeat, repeats);
            int last = lines.size() - footerLines(byPage, i, first, pages.get(i).height(), repeats);
            if (first >= last) {
                continue;
            }
            double pageTop = top(lines.get(first));
            double shift = i == 0 && kept.isEmpty() ? 0 : below - pageTop + PAGE_SEAM * height(lines.get(first));
            for (List<Segment> line : lines.subList(first, last)) {
                int number = kept.size();
                kept.add(line.stream()
                        .map(segment -> new Segment(
                                segment.words(),
                                segment.left(),
                                segment.right(),
                                segment.top() + shift,
                                segment.bottom() + shift,
                                number))
                        .toList());
                below = Math.max(below, bottom(line) + shift);
            }
        }
        return new Strip(List.copyOf(kept));
    }

    List<List<Segment>> lines() {
        return lines;
    }

    private static double top(List<Segment> line) {
        return line.stream().mapToDouble(Segment::top).min().orElse(0);
    }

    private static double bottom(List<Segment> line) {
        return line.stream().mapToDouble(Segment::bottom).max().orElse(0);
    }

    private static double height(List<Segment> line) {
        return line.stream().mapToDouble(Segment::height).max().orElse(0);
    }

    private static List<List<Segment>> lines(PageOfWords page) {
        List<Word> words = new ArrayList<>(page.words());
        words.sort(Comparator.comparingDouble((Word word) -> middle(word))
                .thenComparingDouble(word -> word.box().x()));
        List<List<Word>> rows = new ArrayList<>();
        List<Word> row = new ArrayList<>();
        for (Word word : words) {
            if (!row.isEmpty() && !sameRow(row.getFirst(), word)) {
                rows.add(row);
                row = new ArrayList<>();
            }
            row.add(word);
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        List<List<Segment>> lines = new ArrayList<>();
        for (List<Word> each : rows) {
            each.sort(Comparator.comparingDouble(word -> word.box().x()));
            lines.add(segments(each, lines.size()));
        }
        return lines;
    }

    private static double middle(Word word) {
        return word.box().y() + word.box().height() / 2;
    }

    private static boolean sameRow(Word first, Word other) {
        double overlap = Math.min(first.box().bottom(), other.box().bottom())
                - Math.max(first.box().y(), other.box().y());
        return overlap > 0.5 * Math.min(first.box().height(), other.box().height());
    }

    private static List<Segment> segments(List<Word> row, int line) {
        List<Segment> segments = new ArrayList<>();
        List<Word> run = new ArrayList<>();
        for (Word word : row) {
            if (!run.isEmpty()) {
                Word before = run.getLast();
                double gap = word.box().x() - before.box().right();
                double size = Math.min(before.box().height(), word.box().height());
                if (gap > PARTING_GAP * size) {
                    segments.add(segment(run, line));
                    run = new ArrayList<>();
                }
            }
            run.add(word);
        }
        segments.add(segment(run, line));
        return segments;
    }

    private static Segment segment(List<Word> words, int line) {
        double left = words.getFirst().box().x();
        double right = left;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (Word word : words) {
            right = Math.max(right, word.box().right());
            top = Math.min(top, word.box().y());
            bottom = Math.max(bottom, word.box().bottom());
        }
        return new Segment(words, left, right, top, bottom, line);
    }

    /** How many lines at the top of a page stand at the top of another page too. */
    private static int headerLines(
            List<List<List<Segment>>> pages, int page, Predicate<List<Segment>> mayRepeat, Repeats repeats) {
        int most = 0;
        for (int other = 0; other < pages.size(); other++) {
            if (other == page || Math.abs(other - page) > 2 && other != 0) {
                continue;
            }
            int same = 0;
            List<List<Segment>> these = pages.get(page);
            List<List<Segment>> those = pages.get(other);
            while (same < these.size()
                    && same < those.size()
                    && sameLine(these.get(same), those.get(same))
                    && (other == 0 ? mayRepeat.test(these.get(same)) : repeats.test(page, other, these.get(same)))) {
                same++;
            }
            most = Math.max(most, same);
        }
        return most;
    }

    private static int footerLines(
            List<List<List<Segment>>> pages, int page, int first, double height, Repeats repeats) {
        List<List<Segment>> lines = pages.get(page);
        int count = 0;
        while (lines.size() - count > first) {
            List<Segment> line = lines.get(lines.size() - 1 - count);
            if (top(line) < 0.85 * height || !(isPageNumber(line) || repeatsBelow(pages, page, count, line, repeats))) {
                break;
            }
            count++;
        }
        return count;
    }

    private static boolean isPageNumber(List<Segment> line) {
        return PAGE_NUMBER.matcher(text(line)).matches();
    }

    private static boolean repeatsBelow(
            List<List<List<Segment>>> pages, int page, int fromBottom, List<Segment> line, Repeats repeats) {
        for (int other = Math.max(0, page - 2); other < Math.min(pages.size(), page + 3); other++) {
            List<List<Segment>> lines = pages.get(other);
            if (other != page
                    && repeats.test(page, other, line)
                    && lines.size() > fromBottom
                    && sameLine(line, lines.get(lines.size() - 1 - fromBottom))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameLine(List<Segment> one, List<Segment> other) {
        return Math.abs(top(one) - top(other)) < 3 && numberless(text(one)).equals(numberless(text(other)));
    }

    private static String text(List<Segment> line) {
        return line.stream().map(Segment::text).collect(Collectors.joining("  "));
    }

    private static String numberless(String text) {
        return NUMBERED.matcher(text).replaceAll("page");
    }
}
