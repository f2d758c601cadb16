package uk.casebridge.reading.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.FileType;
import uk.casebridge.reading.fields.Recogniser;
import uk.casebridge.reading.words.PageOfWords;

/**
 * Finds where one paper ends and the next begins in a file that may hold a pile of them: page numbers that start over,
 * the first page of a kind that names other cases, a sheet between. A page that only might begin a paper makes the whole
 * pile doubtful, and a person decides; a paper of many pages is never cut on a guess.
 */
public final class Piles {

    /** What speaks for a paper to begin at a page. */
    private enum Beginning {
        NONE,
        /** Certain, if what begins there is a paper of a kind. */
        NUMBERED_ANEW,
        CERTAIN,
        DOUBTFUL
    }

    private Piles() {}

    /**
     * A proposal for a pile.
     *
     * @param bundle its parts, which hold every page
     * @param doubt at which pages it is not certain that a paper begins; empty if it is certain of all
     */
    public record Split(Bundle bundle, Optional<String> doubt) {}

    /**
     * How a file's pages part into papers; empty if it holds one paper and nothing else.
     *
     * @param fileName the name of the file, for the names of its parts
     * @param allRead whether the text of every page is known
     */
    public static Optional<Split> split(
            List<PageOfWords> pages, String fileName, boolean allRead, Recogniser recogniser) {
        if (pages.size() < 2) {
            return Optional.empty();
        }
        List<PageLook> looks =
                pages.stream().map(page -> PageLook.of(page, recogniser)).toList();
        List<Run> runs = runs(looks);
        List<String> doubtful = new ArrayList<>();
        for (Run run : runs) {
            boolean doubt = switch (run.beginning) {
                case NONE, CERTAIN -> false;
                case DOUBTFUL -> true;
                case NUMBERED_ANEW ->
                    recogniser
                            .kind(recogniser.scores(pages.subList(run.first - 1, run.last)))
                            .isEmpty();
            };
            if (doubt) {
                doubtful.add("page " + run.first);
            }
        }
        long papers =
                runs.stream().filter(run -> run.what == PageLook.What.CONTENT).count();
        boolean led = runs.getFirst().what != PageLook.What.CONTENT;
        if (papers == 0 || papers == 1 && (!led || !allRead)) {
            return Optional.empty();
        }
        if (!allRead) {
            doubtful.add("pages without text");
        }
        Bundle bundle = Bundle.of(Bundle.Sort.PILE, parts(runs, fileName));
        String ranges =
                bundle.parts().stream().map(part -> part.where().shown()).collect(Collectors.joining("; "));
        return Optional.of(new Split(
                bundle,
                doubtful.isEmpty()
                        ? Optional.empty()
                        : Optional.of("Proposed: " + ranges + ". In doubt: " + String.join(", ", doubtful))));
    }

    /** Pages that belong together; a blank page or a sheet between is a run of its own unless it lies within a paper. */
    private static List<Run> runs(List<PageLook> looks) {
        List<Run> runs = new ArrayList<>();
        List<Integer> waiting = new ArrayList<>();
        boolean separated = false;
        Run paper = null;
        for (int page = 1; page <= looks.size(); page++) {
            PageLook look = looks.get(page - 1);
            if (look.what() != PageLook.What.CONTENT) {
                waiting.add(page);
                separated |= look.what() == PageLook.What.SEPARATOR;
                continue;
            }
            Beginning beginning = paper == null
                    ? Beginning.CERTAIN
                    : separated ? Beginning.CERTAIN : beginning(looks.get(paper.last - 1), look, paper);
            if (paper != null && beginning == Beginning.NONE) {
                // The empty back of a sheet belongs to its paper.
                paper.last = page;
                paper.see(look);
            } else {
                addWaiting(runs, waiting, looks);
                paper = new Run(PageLook.What.CONTENT, page, page, beginning);
                paper.see(look);
                runs.add(paper);
            }
            waiting.clear();
            separated = false;
        }
        addWaiting(runs, waiting, looks);
        return runs;
    }

    private static void addWaiting(List<Run> runs, List<Integer> waiting, List<PageLook> looks) {
        for (int page : waiting) {
            runs.add(new Run(looks.get(page - 1).what(), page, page, Beginning.NONE));
        }
    }

    private static Beginning beginning(PageLook before, PageLook page, Run paper) {
        if (before.number().isPresent() && page.number().isPresent()) {
            return numbered(before.number().get(), page.number().get(), before, page);
        }
        if (page.number().isPresent()) {
            // Many papers leave the number off their first page.
            boolean first = page.number().get().page() == 1;
            return !first ? Beginning.NONE : page.kind().isPresent() ? Beginning.NUMBERED_ANEW : titled(page, paper);
        }
        if (before.number().isPresent() && !before.number().get().isLast()) {
            return Beginning.NONE;
        }
        return titled(page, paper);
    }

    private static Beginning numbered(PageLook.Number before, PageLook.Number now, PageLook last, PageLook page) {
        if (now.page() == before.page() + 1) {
            boolean another = !now.of().equals(before.of())
                    || page.kind().isPresent()
                            && last.kind().isPresent()
                            && !page.kind().equals(last.kind())
                            && page.isAboutOtherCases(last);
            return another ? Beginning.DOUBTFUL : Beginning.NONE;
        }
        if (now.page() == 1) {
            return before.isLast() ? Beginning.NUMBERED_ANEW : Beginning.DOUBTFUL;
        }
        return Beginning.DOUBTFUL;
    }

    /** Without numbers: a page that looks like the first of a kind, and is about something else than the paper before. */
    private static Beginning titled(PageLook page, Run paper) {
        if (page.kind().isEmpty()) {
            return Beginning.NONE;
        }
        boolean sameHead = page.head().equals(paper.head);
        boolean sameKind = page.kind().equals(paper.kind);
        if (paper.isAboutOtherCases(page)) {
            return Beginning.CERTAIN;
        }
        if (sameHead && sameKind) {
            return Beginning.NONE;
        }
        return sameKind || paper.kind.isEmpty() ? Beginning.DOUBTFUL : Beginning.CERTAIN;
    }

    private static List<Bundle.Part> parts(List<Run> runs, String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        List<Bundle.Part> parts = new ArrayList<>();
        for (Run run : runs) {
            Bundle.Pages where = new Bundle.Pages(run.first, run.last);
            parts.add(new Bundle.Part(
                    parts.size() + 1,
                    String.format(Locale.ROOT, "%s (%s).pdf", stem, where.shown()),
                    FileType.PDF.mediaType(),
                    where,
                    switch (run.what) {
                        case CONTENT -> Bundle.Use.PAPER;
                        case BLANK -> Bundle.Use.BLANK;
                        case SEPARATOR -> Bundle.Use.SEPARATOR;
                    },
                    Optional.empty()));
        }
        return parts;
    }

    /** Pages in a row that make one part, and what was seen on them so far. */
    private static final class Run {
        private final PageLook.What what;
        private final int first;
        private final Beginning beginning;
        private int last;
        private String head = "";
        private Optional<uk.casebridge.domain.kind.Kind> kind = Optional.empty();
        private final java.util.Set<String> cases = new java.util.HashSet<>();

        Run(PageLook.What what, int first, int last, Beginning beginning) {
            this.what = what;
            this.first = first;
            this.last = last;
            this.beginning = beginning;
        }

        void see(PageLook look) {
            if (head.isEmpty()) {
                head = look.head();
            }
            if (kind.isEmpty()) {
                kind = look.kind();
            }
            cases.addAll(look.cases());
        }

        boolean isAboutOtherCases(PageLook page) {
            return !cases.isEmpty()
                    && !page.cases().isEmpty()
                    && page.cases().stream().noneMatch(cases::contains);
        }
    }
}
