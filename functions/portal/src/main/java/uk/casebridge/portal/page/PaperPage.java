package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * One paper: what it is, where it stands, what was read and who has it.
 *
 * @param href this page
 * @param fileName the name its sender gave it
 * @param state where it stands
 * @param stateSentence the same in a sentence, for those who listen
 * @param moving whether something still happens to it by itself
 * @param refreshing whether the page shall follow that
 * @param summary what it is
 * @param problem why it is not on its way, and what to do
 * @param restrictions markers that must be heeded whoever shows it
 * @param deliveries who gets it
 * @param parts what it was taken apart into, where it held several papers
 * @param records what was read
 * @param documentHref the link to the document, once stored
 * @param takeBackHref the link to the form that withdraws or recalls it, while that can be done
 * @param breachReportHref the link to the list of who had it, once it was recalled
 * @param pictures the links to the pictures of its pages
 * @param morePages how many pages more it has than there are pictures here
 * @param timeline what happened, the oldest first
 */
public record PaperPage(
        String href,
        String fileName,
        Tag state,
        String stateSentence,
        boolean moving,
        boolean refreshing,
        List<Line> summary,
        Optional<Problem> problem,
        List<String> restrictions,
        List<DeliveryRow> deliveries,
        List<PartRow> parts,
        List<RecordSection> records,
        Optional<String> documentHref,
        Optional<String> takeBackHref,
        Optional<String> breachReportHref,
        List<Picture> pictures,
        int morePages,
        List<Event> timeline) {

    public PaperPage {
        summary = List.copyOf(summary);
        restrictions = List.copyOf(restrictions);
        deliveries = List.copyOf(deliveries);
        parts = List.copyOf(parts);
        records = List.copyOf(records);
        pictures = List.copyOf(pictures);
        timeline = List.copyOf(timeline);
    }

    /** A line of the summary, with a link where there is one. */
    public record Line(String label, String value, Optional<String> href) {
        public static Line of(String label, String value) {
            return new Line(label, value, Optional.empty());
        }
    }

    /**
     * Why a paper is not on its way.
     *
     * @param title what happened to it
     * @param sentence why, and what to do
     * @param code the stable code to quote
     * @param detail what was seen
     * @param next what happens or can be done now
     */
    public record Problem(String title, String sentence, String code, Optional<String> detail, String next) {}

    /**
     * One delivery.
     *
     * @param recipient who gets it
     * @param place where it goes
     * @param record which record and version, where the paper has several
     * @param state where it stands
     * @param late whether its receipt is late
     * @param sent when it was sent
     * @param received when the recipient said that it has it
     * @param note until when a receipt is due, or why it is not on its way
     */
    public record DeliveryRow(
            String recipient,
            String place,
            String record,
            Tag state,
            Optional<Tag> late,
            Optional<String> sent,
            Optional<String> received,
            Optional<String> note) {}

    /**
     * One part of a file that held several papers.
     *
     * @param where where in the file it was
     * @param what what it is
     * @param href its page, where it is a paper
     * @param state where it stands, where it is a paper
     */
    public record PartRow(String where, String what, Optional<String> href, Optional<Tag> state) {}

    /**
     * One record of the paper.
     *
     * @param id an anchor
     * @param title which it is
     * @param version its version
     * @param current whether a newer version came since
     * @param findings what the rules say
     * @param groups its fields
     * @param changes what differs from the version before
     */
    public record RecordSection(
            String id,
            String title,
            int version,
            boolean current,
            List<FindingNote> findings,
            List<FieldGroup> groups,
            List<ChangeRow> changes) {
        public RecordSection {
            findings = List.copyOf(findings);
            groups = List.copyOf(groups);
            changes = List.copyOf(changes);
        }
    }

    /** What a rule says: a severity, what is the matter, how to correct and avoid it. */
    public record FindingNote(Tag severity, String what, String correct, String avoid, String fields, String code) {}

    /** Fields that belong together, such as those of one offence. */
    public record FieldGroup(String title, List<FieldRow> rows) {
        public FieldGroup {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A field.
     *
     * @param label what it is called on the paper
     * @param lines its value, line by line
     * @param confidence how sure the reading is, such as "97%"; empty for what was not read
     * @param doubtful whether a person should look at it
     * @param where where it stands on the paper
     */
    public record FieldRow(
            String label, List<String> lines, Optional<String> confidence, boolean doubtful, Optional<String> where) {
        public FieldRow {
            lines = List.copyOf(lines);
        }
    }

    public record ChangeRow(String label, String before, String after) {}

    public record Picture(int page, String href) {}

    /** A line of the timeline. */
    public record Event(String at, String title, String detail, String who) {}

    public boolean several() {
        return records.size() > 1;
    }
}
