package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * One paper at the review desk: what is open, what was read beside what the paper shows, and what can be decided.
 *
 * @param href this page
 * @param paperHref the paper's own page
 * @param fileName the name its sender gave it
 * @param state where it stands
 * @param why why it waits, if it does
 * @param moving whether something still happens to it by itself
 * @param decides whether the person may decide; the number of the last decision stands in every form
 * @param mayBeWrong whether it can still go back to the court
 * @param seen the number of the last decision seen
 * @param mistake what was wrong with what was entered
 * @param notes findings, the gravest first
 * @param unconfirmed changes of money that wait for a second person
 * @param guesses the likeliest kinds, where the kind is open
 * @param kinds every kind
 * @param records what was read
 * @param orders which of two papers is newer, where that is open
 * @param decisions what was decided so far
 */
public record DeskPaperPage(
        String href,
        String paperHref,
        String fileName,
        Tag state,
        Optional<String> why,
        boolean moving,
        boolean decides,
        boolean mayBeWrong,
        int seen,
        Optional<String> mistake,
        List<Note> notes,
        List<Second> unconfirmed,
        List<Guess> guesses,
        List<Choice> kinds,
        List<Part> records,
        List<Order> orders,
        List<Made> decisions) {

    public DeskPaperPage {
        notes = List.copyOf(notes);
        unconfirmed = List.copyOf(unconfirmed);
        guesses = List.copyOf(guesses);
        kinds = List.copyOf(kinds);
        records = List.copyOf(records);
        orders = List.copyOf(orders);
        decisions = List.copyOf(decisions);
    }

    /** A finding with its four texts, and who accepted it. */
    public record Note(
            String id,
            int part,
            Tag severity,
            String what,
            String cause,
            String correct,
            String avoid,
            String fields,
            List<String> paths,
            String code,
            String source,
            Optional<String> accepted,
            boolean open) {
        public Note {
            paths = List.copyOf(paths);
        }
    }

    /** A change of money that waits for a second person; the one who made it cannot confirm it. */
    public record Second(int decision, String what, String who, boolean own) {}

    /** A kind, how much speaks for it, and which words do. */
    public record Guess(String kind, String title, String score, String clues) {}

    public record Choice(String value, String title) {}

    /** One record of the paper. */
    public record Part(int number, String title, List<Value> values, List<Choice> missing) {
        public Part {
            values = List.copyOf(values);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A field beside its picture.
     *
     * @param id an anchor
     * @param value its value as shown
     * @param typed its value as it is typed
     * @param read what was read, where a person corrected it
     */
    public record Value(
            String id,
            String path,
            String label,
            String value,
            String typed,
            boolean lines,
            Optional<String> confidence,
            boolean doubtful,
            Optional<String> read,
            Optional<Crop> crop) {}

    /** A cut of the picture of a page, in points: where it begins, and where the words stand in it. */
    public record Crop(
            String picture,
            int page,
            String view,
            String pageWidth,
            String pageHeight,
            String x,
            String y,
            String width,
            String height) {}

    /** Which of two papers is newer. */
    public record Order(int part, String record, int version, String otherHref, List<PaperPage.ChangeRow> changes) {
        public Order {
            changes = List.copyOf(changes);
        }
    }

    /** A decision that was made. */
    public record Made(int number, String at, String who, String what) {}
}
