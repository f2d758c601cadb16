package uk.casebridge.testkit.build;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.CourtCode;

/** Builds a record version: by default the first, of a remand warrant for Bexley, with every required field. */
public final class RecordVersionBuilder {

    private RecordId id = recordId(1);
    private int version = 1;
    private String kind = "remand-warrant";
    private PaperId paper = new PaperId("p-01K9ZK4M2E0000000000000001");
    private int part = 1;
    private Sha256 paperSha256 = Sha256.of("a paper".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private CourtCode issuingCourt = new CourtCode("B01BH00");
    private Fields fields = Fields.of(
            Field.stated("court.name", "Bexley Magistrates' Court"),
            Field.stated("court.code", "B01BH00"),
            Field.stated("cases[1].urn", "01YD0303226"),
            Field.stated("hearing.date", "2026-11-16"),
            Field.stated("defendant.name", "Rhodri O'Brien"),
            Field.stated("defendant.dateOfBirth", "1988-03-14"),
            Field.stated("prison.name", "HMP Thameside"),
            Field.stated("offences[1].code", "TH68023"),
            Field.stated("offences[1].title", "Robbery"));
    private List<Finding> findings = List.of();
    private Urgency urgency = Urgency.CUSTODY;
    private List<String> restrictions = List.of();
    private SourceTime sourceTime = new SourceTime(
            Optional.of(Instant.parse("2026-11-16T00:00:00Z")), SourceTime.Evidence.PRINTED, Optional.empty());
    private List<Change> changes = List.of();
    private Instant recordedAt = Instant.parse("2026-11-16T09:32:00Z");

    private RecordVersionBuilder() {}

    public static RecordVersionBuilder aRecord() {
        return new RecordVersionBuilder();
    }

    /** The id of the record numbered so. */
    public static RecordId recordId(int number) {
        return new RecordId("r-%032x".formatted(number));
    }

    /** The record numbered so: another number makes another id. */
    public RecordVersionBuilder number(int number) {
        return id(recordId(number));
    }

    public RecordVersionBuilder id(RecordId id) {
        this.id = id;
        return this;
    }

    public RecordVersionBuilder version(int version) {
        this.version = version;
        return this;
    }

    public RecordVersionBuilder kind(String kind) {
        this.kind = kind;
        return this;
    }

    public RecordVersionBuilder paper(PaperId paper) {
        this.paper = paper;
        return this;
    }

    public RecordVersionBuilder part(int part) {
        this.part = part;
        return this;
    }

    public RecordVersionBuilder paperSha256(Sha256 sha256) {
        this.paperSha256 = sha256;
        return this;
    }

    public RecordVersionBuilder issuingCourt(String code) {
        this.issuingCourt = new CourtCode(code);
        return this;
    }

    public RecordVersionBuilder fields(Fields fields) {
        this.fields = fields;
        return this;
    }

    /** Exactly these fields, such as the truth of a generated paper. */
    public RecordVersionBuilder fields(Map<String, String> values) {
        return fields(Fields.of(values.entrySet().stream()
                .map(entry -> Field.stated(entry.getKey(), entry.getValue()))
                .toList()));
    }

    /** One field put in or changed. */
    public RecordVersionBuilder with(String path, String value) {
        return fields(fields.with(Field.stated(path, value)));
    }

    public RecordVersionBuilder findings(Finding... findings) {
        this.findings = List.of(findings);
        return this;
    }

    public RecordVersionBuilder urgency(Urgency urgency) {
        this.urgency = urgency;
        return this;
    }

    public RecordVersionBuilder restrictions(String... restrictions) {
        this.restrictions = List.of(restrictions);
        return this;
    }

    public RecordVersionBuilder sourceTime(SourceTime sourceTime) {
        this.sourceTime = sourceTime;
        return this;
    }

    public RecordVersionBuilder changes(Change... changes) {
        this.changes = List.of(changes);
        return this;
    }

    public RecordVersionBuilder recordedAt(Instant recordedAt) {
        this.recordedAt = recordedAt;
        return this;
    }

    public RecordVersion build() {
        return new RecordVersion(
                id,
                version,
                kind,
                paper,
                part,
                paperSha256,
                issuingCourt,
                fields,
                findings,
                urgency,
                restrictions,
                sourceTime,
                changes,
                recordedAt);
    }
}
