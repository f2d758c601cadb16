package uk.casebridge.relay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.BankHolidays;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.ResultCode;
import uk.casebridge.domain.standing.StandingData;

/** One record of each kind with every field the kind has, and the paper and deliveries that go with it. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final CourtCode COURT = new CourtCode("B01BH00");
    static final String CASE_GROUP = "0f".repeat(16);

    private Samples() {}

    static Paper paper(PaperId id) {
        return Paper.awaited(id, "paper.pdf", COURT, "clerk.bexley", NOW)
                .stored(new Sha256("ab".repeat(32)), 48_213, "application/pdf", "version-1", NOW);
    }

    static PaperId paperId(int number) {
        return new PaperId("p-01KB%022d".formatted(number));
    }

    static RecordId recordId(int number) {
        return new RecordId("r-%032x".formatted(number));
    }

    /** The first version, with every field of the kind; lists have two members. */
    static RecordVersion version(Kind kind) {
        return version(kind, 1, everyField(kind), List.of(), List.of());
    }

    static RecordVersion version(
            Kind kind, int version, Fields fields, List<Change> changes, List<Finding> moreFindings) {
        return new RecordVersion(
                recordId(1),
                version,
                kind.id(),
                paperId(version),
                1,
                new Sha256("ab".repeat(32)),
                COURT,
                fields,
                moreFindings,
                kind.urgency().apply(fields),
                List.of("Youth: Children and Young Persons Act 1933 s 49"),
                new SourceTime(
                        Optional.of(Instant.parse("2026-11-22T00:00:00Z")),
                        SourceTime.Evidence.PRINTED,
                        Optional.of(Instant.parse("2026-11-22T14:05:09Z"))),
                changes,
                NOW);
    }

    static Delivery delivery(RecordVersion version, Recipient recipient) {
        return Delivery.of(
                version.id(),
                version.version(),
                version.paper(),
                CASE_GROUP,
                recipient,
                Optional.of(new Place("X01", "The " + recipient.placeTitle(), true)),
                version.urgency(),
                NOW);
    }

    static Finding finding(String code, String... fields) {
        return new Finding(
                code, Severity.WARNING, List.of(fields), "What is seen at " + code, "cause", "now", "next", "source");
    }

    static Fields everyField(Kind kind) {
        return Fields.of(kind.fields().stream()
                .flatMap(spec -> spec.repeats()
                        ? Stream.of(1, 2).map(member -> sample(spec, member))
                        : Stream.of(sample(spec, 1)))
                .toList());
    }

    private static Field sample(FieldSpec spec, int member) {
        String path = spec.path().replace("[*]", "[" + member + "]");
        return Field.stated(path, value(spec, path, member));
    }

    private static String value(FieldSpec spec, String path, int member) {
        return switch (spec.parser()) {
            case NAME -> "Rowan Ashworth";
            case DATE -> "2026-11-0" + member;
            case DATE_AND_TIME -> "2026-12-0" + member + "T10:00:00Z";
            case NUMBER -> Integer.toString(40 + member);
            case MONEY -> "1234.50";
            case URN -> "01AB00012%02d".formatted(member);
            case ASN -> "2601TD000000000001%02dX".formatted(member);
            case PNC_ID -> "20/1234567L";
            case CRO_NUMBER -> "SF39/396146";
            case ULN -> "1000000060";
            case PRISON_NUMBER -> "A1234BC";
            case ACCOUNT_NUMBER -> "25000004P";
            case NI_NUMBER -> "SW123456C";
            case CROWN_CASE_NUMBER -> "T20260001";
            case OFFENCE_CODE -> "TH6800" + member;
            case COURT_CODE -> "B01BH00";
            case POSTCODE -> "DA6 7ZZ";
            case YES_NO -> "yes";
            case PLEA -> "not guilty";
            case LINES -> "First line of " + path + "\nSecond line";
            case TEXT -> "Text of " + path;
        };
    }

    /** Knows one court and no place. */
    static StandingData standingData() {
        return new StandingData() {
            @Override
            public Optional<String> courtName(CourtCode code) {
                return code.equals(COURT) ? Optional.of("Bexley Magistrates' Court") : Optional.empty();
            }

            @Override
            public Optional<CourtCode> courtNamed(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<String> offenceTitle(String code) {
                return Optional.empty();
            }

            @Override
            public Optional<ResultCode> result(String code) {
                return Optional.empty();
            }

            @Override
            public BankHolidays bankHolidays() {
                return BankHolidays.published(Map.of());
            }

            @Override
            public Optional<Place> place(Recipient recipient, String code) {
                return Optional.empty();
            }

            @Override
            public Optional<Place> placeNamed(Recipient recipient, String name) {
                return Optional.empty();
            }

            @Override
            public Optional<Place> defaultPlace(Recipient recipient, CourtCode court) {
                return Optional.empty();
            }
        };
    }
}
