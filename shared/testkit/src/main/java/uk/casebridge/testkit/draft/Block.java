package uk.casebridge.testkit.draft;

import java.util.List;
import java.util.Optional;

/** One part of a paper, from top to bottom. */
public sealed interface Block {

    /**
     * Labels with their values.
     *
     * @param heading what stands above them
     * @param pairs the pairs in order
     * @param sideBySide whether a layout of two columns may put half of them beside the other half
     */
    record Pairs(Optional<String> heading, List<Pair> pairs, boolean sideBySide) implements Block {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Things of one sort, each with the same labels.
     *
     * @param heading what stands above them all
     * @param name what one of them is called where they are numbered
     * @param items the pairs of each
     * @param underHeads whether a layout of tables may print the labels once, as heads of columns
     */
    record Items(Optional<String> heading, String name, List<List<Pair>> items, boolean underHeads) implements Block {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** Sentences. */
    record Prose(String text) implements Block {}

    /** What follows begins on a new page. */
    record NewPage() implements Block {}

    /**
     * A label and its value.
     *
     * @param label the words before the value, without a colon
     * @param lines the value as printed, at least one line
     */
    record Pair(String label, List<String> lines) {
        public Pair {
            lines = List.copyOf(lines);
        }

        /** All lines as one. */
        public String text() {
            return String.join(" ", lines);
        }
    }
}
