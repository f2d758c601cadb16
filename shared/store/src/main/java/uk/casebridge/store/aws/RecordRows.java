package uk.casebridge.store.aws;

import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.RecordId;

/** The schemas of the rows of a record: its versions, and the pointer to the current one. */
final class RecordRows {

    private RecordRows() {}

    static TableSchema<Rows.Version> version() {
        return RowSchema.of(
                        Rows.Version.class,
                        "version",
                        row -> Rows.record(row.id()),
                        row -> Rows.version(row.version()),
                        draft -> new Rows.Version(
                                new RecordId(draft.text("record")),
                                draft.count("version"),
                                draft.text("kind"),
                                new PaperId(draft.text("paper")),
                                draft.count("part"),
                                draft.count("revision"),
                                draft.text("paperSha256"),
                                draft.text("issuingCourt"),
                                draft.text("urgency"),
                                draft.text("groups"),
                                draft.maybeBytes("content"),
                                draft.maybeText("contentAt"),
                                draft.time("recordedAt")))
                .text("record", row -> row.id().value())
                .count("version", Rows.Version::version)
                .text("kind", Rows.Version::kind)
                .text("paper", row -> row.paper().value())
                .count("part", Rows.Version::part)
                .count("revision", Rows.Version::revision)
                .text("paperSha256", Rows.Version::paperSha256)
                .text("issuingCourt", Rows.Version::issuingCourt)
                .text("urgency", Rows.Version::urgency)
                .text("groups", Rows.Version::groups)
                .maybeBytes("content", Rows.Version::content)
                .maybeText("contentAt", Rows.Version::contentAt)
                .text("recordedAt", row -> row.recordedAt().toString())
                .build();
    }

    static TableSchema<Rows.Groups> groups() {
        return RowSchema.of(
                        Rows.Groups.class,
                        "version",
                        row -> Rows.record(row.id()),
                        row -> Rows.version(row.version()),
                        draft -> new Rows.Groups(
                                new RecordId(draft.text("record")), draft.count("version"), draft.text("groups")))
                .text("record", row -> row.id().value())
                .count("version", Rows.Groups::version)
                .text("groups", Rows.Groups::groups)
                .build();
    }

    static TableSchema<Rows.Current> current() {
        return RowSchema.of(
                        Rows.Current.class,
                        "current",
                        row -> Rows.record(row.record()),
                        row -> Rows.CURRENT,
                        draft -> new Rows.Current(new RecordId(draft.text("record")), draft.count("version")))
                .text("record", row -> row.record().value())
                .count("version", Rows.Current::version)
                .build();
    }
}
