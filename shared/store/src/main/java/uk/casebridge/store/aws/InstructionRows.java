package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.aws.Sealed.Spot;

/** How what a person said of a paper is a row beside it: one of each sort, with the reason sealed. */
final class InstructionRows {

    static final String INSTRUCTION = "INSTRUCTION#";

    private static final String TAKE_BACK = "take-back";
    private static final String REPLACES = "replaces";

    private final Sealed sealed;

    InstructionRows(Sealed sealed) {
        this.sealed = sealed;
    }

    TableSchema<Instruction> schema() {
        return RowSchema.of(
                        Instruction.class,
                        "instruction",
                        said -> Rows.paper(said.paper()),
                        said -> INSTRUCTION + sort(said),
                        this::instruction)
                .text("paper", said -> said.paper().value())
                .text("sort", InstructionRows::sort)
                .text("who", Instruction::who)
                .text("at", said -> said.at().toString())
                .maybeText(
                        "notice",
                        said -> takeBack(said).map(back -> back.notice().name()))
                .maybeBytes(
                        "reason",
                        said -> takeBack(said)
                                .map(back -> sealed.seal(back.reason(), reasonOf(Rows.paper(back.paper())))))
                .maybeText(
                        "earlier",
                        said -> said instanceof Instruction.Replaces replaces
                                ? Optional.of(replaces.earlier().value())
                                : Optional.empty())
                .build();
    }

    private static Optional<Instruction.TakeBack> takeBack(Instruction said) {
        return said instanceof Instruction.TakeBack back ? Optional.of(back) : Optional.empty();
    }

    private static String sort(Instruction said) {
        return switch (said) {
            case Instruction.TakeBack back -> TAKE_BACK;
            case Instruction.Replaces replaces -> REPLACES;
        };
    }

    private static Spot reasonOf(String pk) {
        return new Spot(pk, INSTRUCTION + TAKE_BACK, "reason");
    }

    private Instruction instruction(Draft draft) {
        PaperId paper = new PaperId(draft.text("paper"));
        String who = draft.text("who");
        Instant at = draft.time("at");
        return switch (draft.text("sort")) {
            case TAKE_BACK ->
                new Instruction.TakeBack(
                        paper,
                        who,
                        at,
                        Notice.valueOf(draft.text("notice")),
                        sealed.openText(draft.bytes("reason"), reasonOf(draft.text("pk"))));
            case REPLACES -> new Instruction.Replaces(paper, who, at, new PaperId(draft.text("earlier")));
            default -> throw new IllegalStateException("Nobody says this of a paper: " + draft.text("sort"));
        };
    }
}
