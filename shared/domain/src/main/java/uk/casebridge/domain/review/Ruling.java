package uk.casebridge.domain.review;

import java.util.List;
import uk.casebridge.domain.record.RecordId;

/** What a person decided. */
public sealed interface Ruling {

    /** A stable word for it, as it is counted and stands in timelines. */
    String word();

    /**
     * The paper is of this kind, whatever its words speak for.
     *
     * @param kind the id of a kind
     */
    record KindChosen(String kind) implements Ruling {
        @Override
        public String word() {
            return "kind-chosen";
        }
    }

    /**
     * What the picture of the paper shows at a place, where we read something else. The same before and after confirms
     * the reading.
     *
     * @param part which record of the paper, from 1
     * @param path the field
     * @param before what was read, in the form of {@code Field.value}; empty if nothing was
     * @param after what the picture shows, in the same form; empty if it shows no such thing
     */
    record ReadingCorrected(int part, String path, String before, String after) implements Ruling {
        public ReadingCorrected {
            requirePart(part);
            if (path.isBlank()) {
                throw new IllegalArgumentException("A correction names its field");
            }
        }

        @Override
        public String word() {
            return before.equals(after) ? "reading-confirmed" : "reading-corrected";
        }
    }

    /**
     * What a rule found may stand.
     *
     * @param part which record of the paper, from 1
     * @param code the finding's code
     * @param fields the finding's fields, which with its code tell it from others
     * @param reason why
     */
    record FindingAccepted(int part, String code, List<String> fields, String reason) implements Ruling {
        public FindingAccepted {
            requirePart(part);
            requireReason(reason);
            fields = List.copyOf(fields);
        }

        @Override
        public String word() {
            return "finding-accepted";
        }
    }

    /** We read the paper right and the paper itself is wrong: the court is to send a new one. */
    record PaperIsWrong(String reason) implements Ruling {
        public PaperIsWrong {
            requireReason(reason);
        }

        @Override
        public String word() {
            return "paper-is-wrong";
        }
    }

    /**
     * Which of two papers about the same matter is the newer one, where nothing printed says so.
     *
     * @param part which record of this paper, from 1
     * @param newer whether this paper is the newer one
     * @param record the record it was held against
     * @param version the version it was held against; against another the question is open again
     */
    record OrderChosen(int part, boolean newer, RecordId record, int version) implements Ruling {
        public OrderChosen {
            requirePart(part);
        }

        @Override
        public String word() {
            return "order-chosen";
        }
    }

    /**
     * A second person looked at a change of money and says that it is right.
     *
     * @param decision the number of the decision that made the change
     */
    record Confirmed(int decision) implements Ruling {
        @Override
        public String word() {
            return "confirmed";
        }
    }

    private static void requirePart(int part) {
        if (part < 1) {
            throw new IllegalArgumentException("Records of a paper are counted from 1, not " + part);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
    }
}
