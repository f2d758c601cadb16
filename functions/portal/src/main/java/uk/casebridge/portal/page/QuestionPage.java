package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * One question of who somebody is: the record beside the candidates.
 *
 * @param href the page itself, to which the answer goes
 * @param listHref the list it stands in
 * @param paperHref the page of the paper
 * @param paper the paper's file name
 * @param why why it is or was a question
 * @param age how long it has been open
 * @param candidates the heads of the columns beside the paper's own, the likeliest first
 * @param facts the rows of the table: what the paper says and what is known of each candidate
 * @param answer what was decided, once it is; the page then has no buttons
 */
public record QuestionPage(
        String href,
        String listHref,
        String paperHref,
        String paper,
        String why,
        String age,
        List<Candidate> candidates,
        List<Fact> facts,
        Optional<String> answer) {

    public QuestionPage {
        candidates = List.copyOf(candidates);
        facts = List.copyOf(facts);
    }

    /**
     * Somebody who may be meant.
     *
     * @param person the person's id, as an operator names them
     * @param title {@code Person 1}, {@code Person 2} …
     * @param total the weight of everything together
     * @param lines what speaks for and against them
     */
    public record Candidate(String person, String title, String total, List<Line> lines) {
        public Candidate {
            lines = List.copyOf(lines);
        }
    }

    /** One line of the working: what it is about, its words and its weight. */
    public record Line(String about, String words, String weight) {}

    /**
     * One row of the table.
     *
     * @param label such as {@code Date of birth}
     * @param printed what the paper says, line by line
     * @param known the same of each candidate
     */
    public record Fact(String label, List<String> printed, List<List<String>> known) {
        public Fact {
            printed = List.copyOf(printed);
            known = List.copyOf(known);
        }
    }
}
