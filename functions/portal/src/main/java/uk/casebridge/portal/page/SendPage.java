package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * The form to send papers.
 *
 * @param courts the clerk's court houses
 * @param chosen the code of the one chosen
 * @param urgent whether the box for papers that change custody is ticked
 * @param fileName the name typed, where the browser runs no scripts
 * @param replaced which paper it replaces, if any
 * @param limits what may be sent
 * @param error what is wrong with what was filled in
 */
public record SendPage(
        List<PapersPage.Court> courts,
        Optional<String> chosen,
        boolean urgent,
        String fileName,
        Replaced replaced,
        Limits limits,
        Optional<Mistake> error) {

    public SendPage {
        courts = List.copyOf(courts);
    }

    /**
     * Which earlier paper a paper replaces.
     *
     * @param recent the papers of the clerk's courts to choose from, the newest first
     * @param chosen the id of the one chosen; empty for none
     * @param reference the id of another, as typed
     */
    public record Replaced(List<Earlier> recent, String chosen, String reference) {
        public Replaced {
            recent = List.copyOf(recent);
        }
    }

    /** An earlier paper, with what tells it from others. */
    public record Earlier(String id, String label) {}

    /**
     * What may be sent.
     *
     * @param accept the file name endings, as a file field takes them
     * @param types the same for people
     * @param megabytes the greatest size
     * @param bytes the same in bytes
     */
    public record Limits(String accept, String types, long megabytes, long bytes) {}

    /**
     * A mistake in what was filled in.
     *
     * @param field the id of the field to put right
     * @param sentence what is wrong
     */
    public record Mistake(String field, String sentence) {}

    public boolean wrong(String field) {
        return error.filter(mistake -> mistake.field().equals(field)).isPresent();
    }
}
