package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.Difference;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;

/** Reads the real registers beside the checkout and compares every field with the hearing they were printed from. */
final class PrisonCourtRegistersTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final double IDENTITY_FLOOR = 0.99;
    private static final double RESULT_FLOOR = 0.95;
    private static final List<String> IDENTITY = List.of(
            "case reference",
            "defendant name",
            "date of birth",
            "ASN",
            "date of hearing",
            "court",
            "offence code",
            "conviction date");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldReadEveryFieldOfTheRealRegisters() throws IOException {
        Path folder = corpus();
        Tally tally = new Tally();
        try (Stream<Path> hearings = Files.list(folder).sorted()) {
            for (Path hearing : hearings.filter(Files::isDirectory).toList()) {
                compare(hearing, tally);
            }
        }
        System.out.printf("Real prison court registers, fields read right:%n%s", tally.table());
        tally.misses().forEach(miss -> System.out.println("missed: " + miss));
        for (String field : IDENTITY) {
            assertThat(tally.seen(field)).as(field + " seen").isPositive();
            assertThat(tally.share(field)).as(field).isGreaterThanOrEqualTo(IDENTITY_FLOOR);
        }
        assertThat(tally.share("result text")).as("result text").isGreaterThanOrEqualTo(RESULT_FLOOR);
        assertThat(tally.shareOfAll()).as("all fields").isGreaterThanOrEqualTo(IDENTITY_FLOOR);
    }

    @Test
    void shouldFindExactlyTheThreeThingsThatTheSlipRuleChanged() throws IOException {
        Path folder = corpus().resolve("28di5511547-slip-rule-amended-imprisonment/reference");
        Reading.ReadRecord before = onlyRecord(folder.resolve("28di5511547-before-amendment.pdf"));
        Reading.ReadRecord after = onlyRecord(folder.resolve("28di5511547-slip-rule-amended-imprisonment.pdf"));

        List<Change> changes = Difference.between(before.fields(), after.fields());

        assertThat(Difference.count(changes)).isEqualTo(3);
        assertThat(changes.stream()
                        .map(Change::passages)
                        .flatMap(List::stream)
                        .map(said -> said.path()
                                + " | "
                                + said.passage().orElse("")
                                + " | "
                                + said.before().orElse("")
                                + " → "
                                + said.after().orElse("")))
                .containsExactly(
                        "offences[1].results[1].text | IMP - Imprisonment Committed to prison for | 5 Months → 7 Months",
                        "offences[1].results[1].text | Reason |"
                                + "  → because the defendant has a flagrant disregard for court orders",
                        "offences[1].results[1].text | Total custodial period | 7 Months → 8 Months");
        assertThat(before.sourceTime().stated()).isEqualTo(after.sourceTime().stated());
        assertThat(before.sourceTime().fileTime().orElseThrow())
                .isBefore(after.sourceTime().fileTime().orElseThrow());
        assertThat(after.sourceTime().restsOnWeakFileTimes(before.sourceTime()))
                .as("made by one program, minutes apart")
                .isFalse();
    }

    private static Path corpus() {
        Optional<Path> folder = Corpus.folder("prison-court-registers");
        Assumptions.assumeTrue(
                folder.isPresent(), "The real registers are not at ../shared/corpus/prison-court-registers");
        return folder.orElseThrow();
    }

    private Reading.ReadRecord onlyRecord(Path paper) {
        Reading reading = reader.read(paper, paper.getFileName().toString(), NOW);
        assertThat(reading.failure()).isEmpty();
        assertThat(reading.records()).hasSize(1);
        return reading.records().getFirst();
    }

    private void compare(Path hearing, Tally tally) throws IOException {
        JsonNode event = JSON.readTree(hearing.resolve("event.json").toFile()).path("hearing");
        List<JsonNode> expected = new ArrayList<>();
        try (Stream<Path> files = Files.list(hearing.resolve("expected")).sorted()) {
            for (Path file : files.toList()) {
                JSON.readTree(file.toFile()).forEach(expected::add);
            }
        }
        try (Stream<Path> papers = Files.list(hearing.resolve("reference")).sorted()) {
            for (Path paper : papers.toList()) {
                String name = paper.getFileName().toString();
                Reading reading = reader.read(paper, name, NOW);
                tally.count("kind", reading.kind().equals(Optional.of("prison-court-register")), name);
                tally.count("one record", reading.records().size() == 1, name);
                Fields fields = reading.records().isEmpty()
                        ? Fields.none()
                        : reading.records().getFirst().fields();
                List<JsonNode> hers = expected.stream()
                        .filter(one -> expected.size() < 3 || name.contains(family(one)))
                        .toList();
                new Comparison(event, hers, fields, name, tally).run(!name.contains("before-amendment"));
            }
        }
    }

    private static String family(JsonNode record) {
        return record.path("defendant").path("lastName").asText().toLowerCase(Locale.ROOT);
    }

    /** One paper against its truth. */
    private record Comparison(JsonNode event, List<JsonNode> expected, Fields fields, String paper, Tally tally) {

        void run(boolean withResults) {
            JsonNode first = expected.getFirst();
            JsonNode defendant = first.path("defendant");
            JsonNode hearing = first.path("hearing");
            Set<String> urns = new LinkedHashSet<>();
            expected.forEach(
                    one -> urns.add(one.path("prosecutionCase").path("caseURN").asText()));
            check("case reference", new LinkedHashSet<>(values("cases[*].urn")).equals(urns));
            check(
                    "defendant name",
                    "defendant.name",
                    join(defendant.path("firstName"), defendant.path("middleName"), defendant.path("lastName")));
            String birth = defendant.path("dateOfBirth").asText();
            check("date of birth", "defendant.dateOfBirth", birth);
            check("date of hearing", "hearing.date", hearing.path("hearingDate").asText());
            JsonNode court = hearing.path("courtDetails");
            check(
                    "court",
                    "court.name",
                    court.path("court").path("courtHouseName").asText());
            check(
                    "court code",
                    "court.code",
                    court.path("court").path("courtHouseCode").asText());
            check("LJA", "court.lja", court.path("ljaName").asText());
            check(
                    "age",
                    "defendant.age",
                    Integer.toString(Period.between(
                                    LocalDate.parse(birth),
                                    LocalDate.parse(hearing.path("hearingDate").asText()))
                            .getYears()));
            check("hearing type", "hearing.type", hearing.path("hearingType").asText());
            check(
                    "jurisdiction",
                    "hearing.jurisdiction",
                    hearing.path("jurisdiction").asText());
            check(
                    "custody status",
                    "defendant.custodyStatus",
                    defendant.path("postHearingCustodyStatus").asText());
            check("attendance", "defendant.attendance", attendance());
            List<JsonNode> people = people(urns);
            JsonNode person = people.getFirst().path("personDefendant");
            JsonNode reference = people.getFirst().path("prosecutionAuthorityReference");
            check(
                    "ASN",
                    "defendant.asn",
                    (reference.isMissingNode() ? person.path("arrestSummonsNumber") : reference).asText());
            JsonNode address = person.path("personDetails").path("address");
            check(
                    "address",
                    "defendant.address",
                    join(
                            address.path("address1"),
                            address.path("address2"),
                            address.path("address3"),
                            address.path("address4"),
                            address.path("address5"),
                            address.path("postcode")));
            offences(people, withResults);
            if (withResults) {
                results(people);
            }
        }

        private void offences(List<JsonNode> people, boolean withResults) {
            List<JsonNode> offences = new ArrayList<>();
            people.forEach(one -> one.path("offences").forEach(offences::add));
            for (JsonNode application : event.path("courtApplications")) {
                application
                        .path("courtOrder")
                        .path("courtOrderOffences")
                        .forEach(one -> offences.add(one.path("offence")));
            }
            check("number of offences", fields.members("offences").size() == offences.size());
            for (int i = 0; i < offences.size(); i++) {
                JsonNode offence = offences.get(i);
                String at = "offences[" + (i + 1) + "].";
                check("offence code", at + "code", offence.path("offenceCode").asText());
                check(
                        "offence title",
                        at + "title",
                        offence.path("offenceTitle").asText());
                check("wording", at + "wording", offence.path("wording").asText());
                check(
                        "legislation",
                        at + "legislation",
                        offence.path("offenceLegislation").asText());
                check(
                        "conviction date",
                        at + "convictionDate",
                        offence.path("convictionDate").asText());
                check(
                        "plea",
                        at + "plea",
                        offence.path("plea").path("pleaValue").asText());
                check(
                        "plea date",
                        at + "pleaDate",
                        offence.path("plea").path("pleaDate").asText());
                check(
                        "indicated plea",
                        at + "indicatedPlea",
                        offence.path("indicatedPlea").path("indicatedPleaValue").asText());
                check(
                        "verdict",
                        at + "verdict",
                        offence.path("verdict")
                                .path("verdictType")
                                .path("description")
                                .asText());
                check(
                        "allocation decision",
                        at + "allocationDecision",
                        offence.path("allocationDecision")
                                .path("motReasonDescription")
                                .asText());
                if (withResults) {
                    texts("result text", offence.path("judicialResults"), at + "results[*].text");
                }
            }
        }

        private void results(List<JsonNode> people) {
            List<JsonNode> ofDefendant = new ArrayList<>();
            for (JsonNode result : event.path("defendantJudicialResults")) {
                boolean theirs = people.stream()
                        .anyMatch(one -> one.path("masterDefendantId").equals(result.path("masterDefendantId")));
                if (theirs) {
                    ofDefendant.add(result.path("judicialResult"));
                }
            }
            texts("result text", ofDefendant, "defendant.results[*].text");
            List<JsonNode> ofCase = new ArrayList<>();
            people.forEach(one -> one.path("defendantCaseJudicialResults").forEach(ofCase::add));
            texts("result text", ofCase, "cases[*].results[*].text");
            int number = 0;
            for (JsonNode application : event.path("courtApplications")) {
                String at = "applications[" + ++number + "].";
                check(
                        "application type",
                        at + "type",
                        expected.getFirst()
                                .path("courtApplications")
                                .path(number - 1)
                                .path("type")
                                .asText());
                texts("result text", application.path("judicialResults"), at + "results[*].text");
            }
        }

        private void texts(String field, Iterable<JsonNode> results, String path) {
            List<String> truth = new ArrayList<>();
            for (JsonNode result : results) {
                if (!result.path("publishedForNows").asBoolean()) {
                    truth.add(collapsed(result.path("resultText").asText()));
                }
            }
            List<String> read = values(path);
            for (int i = 0; i < Math.max(truth.size(), read.size()); i++) {
                check(field, i < truth.size() && i < read.size() && truth.get(i).equals(read.get(i)));
            }
        }

        private List<JsonNode> people(Set<String> urns) {
            List<JsonNode> people = new ArrayList<>();
            Set<String> ids = new LinkedHashSet<>();
            expected.forEach(one ->
                    ids.add(one.path("defendant").path("masterDefendantId").asText()));
            for (JsonNode prosecution : event.path("prosecutionCases")) {
                if (urns.contains(prosecution
                        .path("prosecutionCaseIdentifier")
                        .path("caseURN")
                        .asText())) {
                    for (JsonNode person : prosecution.path("defendants")) {
                        if (ids.contains(person.path("masterDefendantId").asText())) {
                            people.add(person);
                        }
                    }
                }
            }
            return people;
        }

        private String attendance() {
            return switch (event.path("defendantAttendance")
                    .path(0)
                    .path("attendanceDays")
                    .path(0)
                    .path("attendanceType")
                    .asText()) {
                case "IN_PERSON" -> "In person";
                case "BY_VIDEO" -> "By video link";
                default -> "";
            };
        }

        private List<String> values(String pattern) {
            return fields.matching(pattern).stream().map(Field::value).toList();
        }

        private void check(String field, String path, String truth) {
            check(field, collapsed(fields.value(path).orElse("")).equals(collapsed(truth)));
        }

        private void check(String field, boolean right) {
            tally.count(field, right, paper);
        }

        private static String join(JsonNode... parts) {
            List<String> texts = new ArrayList<>();
            for (JsonNode part : parts) {
                if (!part.asText().isBlank()) {
                    texts.add(part.asText());
                }
            }
            return String.join(" ", texts);
        }

        private static String collapsed(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }
}
