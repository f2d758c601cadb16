package uk.casebridge.store.aws;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.store.AuditEntry;

/** The schemas of the rows that stand beside a paper: its parts, what it was taken apart into, its claim on
 * bytes and its timeline. */
final class PartRows {

    private PartRows() {}

    static TableSchema<Rows.Part> part() {
        return RowSchema.of(
                        Rows.Part.class,
                        "part",
                        row -> Rows.paper(row.paper()),
                        row -> Rows.part(row.part(), row.revision()),
                        draft -> new Rows.Part(
                                new PaperId(draft.text("paper")),
                                draft.count("part"),
                                draft.count("revision"),
                                new RecordId(draft.text("record")),
                                draft.count("version"),
                                draft.text("outcome").equals("passed")))
                .text("paper", row -> row.paper().value())
                .count("part", Rows.Part::part)
                .count("revision", Rows.Part::revision)
                .text("record", row -> row.record().value())
                .count("version", Rows.Part::version)
                .text("outcome", row -> row.passed() ? "passed" : "written")
                .build();
    }

    static TableSchema<Rows.Bundled> bundled() {
        return RowSchema.of(
                        Rows.Bundled.class,
                        "bundled",
                        row -> Rows.paper(row.bundle()),
                        row -> Rows.bundled(row.part().number()),
                        draft -> new Rows.Bundled(
                                new PaperId(draft.text("bundle")),
                                new KeptPart(
                                        draft.count("part"),
                                        Bundle.Use.valueOf(draft.text("use")),
                                        draft.text("where"),
                                        draft.maybeText("paper").map(PaperId::new))))
                .text("bundle", row -> row.bundle().value())
                .count("part", row -> row.part().number())
                .text("use", row -> row.part().use().name())
                .text("where", row -> row.part().where())
                .maybeText("paper", row -> row.part().paper().map(PaperId::value))
                .build();
    }

    static TableSchema<Rows.Claim> claim() {
        return RowSchema.of(
                        Rows.Claim.class,
                        "claim",
                        row -> "CLAIM#" + row.hash(),
                        row -> Rows.CLAIM,
                        draft -> new Rows.Claim(
                                draft.text("pk").substring("CLAIM#".length()),
                                new PaperId(draft.text("paper")),
                                draft.maybeText("givenUp").isPresent()))
                .text("paper", row -> row.paper().value())
                .maybeText("givenUp", row -> row.givenUp() ? Optional.of("yes") : Optional.empty())
                .build();
    }

    static TableSchema<Rows.Numbered> numbered() {
        return RowSchema.of(
                        Rows.Numbered.class,
                        "number",
                        row -> "NUMBER#" + row.hash(),
                        row -> Rows.CLAIM,
                        draft -> new Rows.Numbered(
                                draft.text("pk").substring("NUMBER#".length()),
                                new PaperId(draft.text("paper")),
                                draft.text("envelope")))
                .text("paper", row -> row.paper().value())
                .text("envelope", Rows.Numbered::envelope)
                .build();
    }

    static TableSchema<Rows.Line> line() {
        return RowSchema.of(
                        Rows.Line.class,
                        "audit",
                        row -> Rows.paper(row.entry().paper()),
                        row -> Rows.AUDIT + Rows.time(row.entry().at()) + "#" + row.suffix(),
                        draft -> new Rows.Line(
                                new AuditEntry(
                                        draft.time("at"),
                                        draft.text("who"),
                                        draft.text("what"),
                                        new PaperId(draft.text("paper")),
                                        draft.maybeText("about"),
                                        draft.text("detail")),
                                ""))
                .text("at", row -> row.entry().at().toString())
                .text("who", row -> row.entry().who())
                .text("what", row -> row.entry().what())
                .text("paper", row -> row.entry().paper().value())
                .maybeText("about", row -> row.entry().about())
                .text("detail", row -> row.entry().detail())
                .build();
    }
}
