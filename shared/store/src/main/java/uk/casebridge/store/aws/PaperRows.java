package uk.casebridge.store.aws;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.PartOf;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.aws.Sealed.Spot;

/** How a paper is a row: its schema, with the name of its file sealed. */
final class PaperRows {

    private final Sealed sealed;

    PaperRows(Sealed sealed) {
        this.sealed = sealed;
    }

    TableSchema<Paper> schema() {
        return RowSchema.of(Paper.class, "paper", paper -> Rows.paper(paper.id()), paper -> Rows.PAPER, this::paper)
                .text("id", paper -> paper.id().value())
                .bytes("fileName", paper -> sealed.seal(paper.fileName(), fileNameOf(Rows.paper(paper.id()))))
                .text("court", paper -> paper.court().value())
                .text("sender", Paper::sender)
                .text("state", paper -> paper.state().name())
                .maybeText("sha256", paper -> paper.sha256().map(Sha256::hex))
                .number("size", Paper::size)
                .maybeText("mediaType", Paper::mediaType)
                .maybeText("objectVersion", Paper::objectVersion)
                .maybeText("kind", Paper::kind)
                .count("records", Paper::records)
                .count("attempts", Paper::attempts)
                .maybeText(
                        "failure",
                        paper -> paper.failure().map(failure -> failure.code().code()))
                .maybeText("failureDetail", paper -> paper.failure().map(Failure::detail))
                .maybeText("duplicateOf", paper -> paper.duplicateOf().map(PaperId::value))
                .count("pages", Paper::pages)
                .count("parts", Paper::parts)
                .maybeText(
                        "bundle", paper -> paper.partOf().map(it -> it.bundle().value()))
                .count("bundlePart", paper -> paper.partOf().map(PartOf::part).orElse(0))
                .count("bundleDepth", Paper::depth)
                .maybeText(
                        "bundleTime",
                        paper -> paper.partOf().flatMap(PartOf::time).map(Instant::toString))
                .maybeText("harm", paper -> paper.harm().map(Harm::name))
                .text("createdAt", paper -> paper.createdAt().toString())
                .text("changedAt", paper -> paper.changedAt().toString())
                .index(
                        RowSchema.BY_STATE,
                        paper -> Optional.of(statePk(paper.state())),
                        paper -> Optional.of(Rows.time(paper.changedAt()) + "#" + paper.id()))
                // The desk of a court house lists those that wait, the gravest first; no other paper stands in it.
                .index(
                        RowSchema.BY_PAPER,
                        paper -> waits(paper) ? Optional.of(deskPk(paper.court())) : Optional.empty(),
                        paper -> waits(paper) ? Optional.of(deskSk(paper)) : Optional.empty())
                .index(
                        RowSchema.BY_COURT,
                        paper -> Optional.of(Rows.court(paper.court())),
                        paper -> Optional.of(paper.id().value()))
                .build();
    }

    static String statePk(PaperState state) {
        return "PAPER#" + state;
    }

    private static boolean waits(Paper paper) {
        return paper.state() == PaperState.REVIEW;
    }

    static String deskPk(CourtCode court) {
        return "DESK#" + court.house();
    }

    private static String deskSk(Paper paper) {
        return paper.harm().orElse(Harm.OTHER).ordinal() + "#" + Rows.time(paper.changedAt()) + "#" + paper.id();
    }

    private static Spot fileNameOf(String pk) {
        return new Spot(pk, Rows.PAPER, "fileName");
    }

    private Paper paper(Draft draft) {
        return new Paper(
                new PaperId(draft.text("id")),
                sealed.openText(draft.bytes("fileName"), fileNameOf(draft.text("pk"))),
                new CourtCode(draft.text("court")),
                draft.text("sender"),
                PaperState.valueOf(draft.text("state")),
                draft.maybeText("sha256").map(Sha256::new),
                draft.number("size"),
                draft.maybeText("mediaType"),
                draft.maybeText("objectVersion"),
                draft.maybeText("kind"),
                draft.count("records"),
                draft.count("attempts"),
                draft.maybeText("failure")
                        .map(code -> new Failure(
                                FailureCode.ofCode(code),
                                draft.maybeText("failureDetail").orElse(""))),
                draft.maybeText("duplicateOf").map(PaperId::new),
                draft.count("pages"),
                draft.count("parts"),
                draft.maybeText("bundle")
                        .map(bundle -> new PartOf(
                                new PaperId(bundle),
                                draft.count("bundlePart"),
                                draft.count("bundleDepth"),
                                draft.maybeTime("bundleTime"))),
                draft.maybeText("harm").map(Harm::valueOf),
                draft.time("createdAt"),
                draft.time("changedAt"));
    }
}
