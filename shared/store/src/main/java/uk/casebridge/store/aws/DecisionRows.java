package uk.casebridge.store.aws;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.Decisions.Tally;
import uk.casebridge.store.aws.Sealed.Spot;

/** How a decision is a row beside its paper: what was decided is sealed, what is counted of it is not. */
final class DecisionRows {

    static final String DECISION = "DECISION#";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Sealed sealed;

    DecisionRows(Sealed sealed) {
        this.sealed = sealed;
    }

    /** A decision with the court house and the tally it is counted by. */
    record Decided(Decision decision, CourtCode court, Tally tally) {}

    TableSchema<Decided> schema() {
        return RowSchema.of(
                        Decided.class,
                        "decision",
                        row -> Rows.paper(row.decision().paper()),
                        row -> key(row.decision().number()),
                        this::decided)
                .text("paper", row -> row.decision().paper().value())
                .count("number", row -> row.decision().number())
                .text("at", row -> row.decision().at().toString())
                .text("who", row -> row.decision().who())
                .text("court", row -> row.court().value())
                .text("kind", row -> row.tally().kind())
                .text("what", row -> row.tally().what())
                .text("rule", row -> row.tally().rule())
                .bytes(
                        "ruling",
                        row -> sealed.seal(
                                RulingContent.of(row.decision().ruling()),
                                spot(
                                        Rows.paper(row.decision().paper()),
                                        key(row.decision().number()))))
                // What a court house decided in a month shares the courts' index: a list is a list.
                .index(
                        RowSchema.BY_COURT,
                        row -> Optional.of(monthPk(
                                row.court(), YearMonth.from(row.decision().at().atZone(LONDON)))),
                        row -> Optional.of(Rows.time(row.decision().at()) + "#"
                                + row.decision().paper()))
                .build();
    }

    static String key(int number) {
        return DECISION + "%08d".formatted(number);
    }

    static String monthPk(CourtCode court, YearMonth month) {
        return "DECIDED#" + court.house() + "#" + month;
    }

    private static Spot spot(String pk, String sk) {
        return new Spot(pk, sk, "ruling");
    }

    private Decided decided(Draft draft) {
        return new Decided(
                new Decision(
                        new PaperId(draft.text("paper")),
                        draft.count("number"),
                        draft.time("at"),
                        draft.text("who"),
                        RulingContent.from(
                                sealed.open(draft.bytes("ruling"), spot(draft.text("pk"), draft.text("sk"))))),
                new CourtCode(draft.text("court")),
                new Tally(draft.text("kind"), draft.text("what"), draft.text("rule")));
    }
}
