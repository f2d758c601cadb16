package uk.casebridge.operator.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CodeTable;
import uk.casebridge.domain.standing.ListVersion;
import uk.casebridge.domain.standing.ListVersions;
import uk.casebridge.domain.standing.StandingList;
import uk.casebridge.operator.standing.StandingImport.Order;
import uk.casebridge.operator.standing.StandingImport.Outcome;
import uk.casebridge.operator.standing.StandingImport.Sent;
import uk.casebridge.store.memory.MemoryStandingLists;

class StandingImportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Order ORDER =
            new Order("clerk", Instant.parse("2026-11-24T09:00:00Z"), Optional.empty(), TODAY);
    private static final String ROBBERY = """
            {"cjsCode": "TH68023", "offenceCategory": "CI", "offenceTitle": "Robbery", "recordableOnPnc": true}""";

    private final MemoryStandingLists lists = new MemoryStandingLists();
    private final StandingImport imports = new StandingImport(lists);

    @Test
    void shouldKeepWhoImportedWhatAndFromWhenItHolds() {
        assertThat(run(offences("[" + ROBBERY + "]"))).isInstanceOf(Outcome.Done.class);

        ListVersion version = lists.versions().all().getFirst();
        assertThat(version.importedBy()).isEqualTo("clerk");
        assertThat(version.effective()).isEqualTo(ListVersion.FROM_THE_BEGINNING);
        assertThat(rows(version).row("TH68023")).contains(List.of("TH68023", "Robbery", "CI", "true"));
    }

    @Test
    void shouldLetALaterVersionHoldFromTodayUnlessTold() {
        run(offences("[" + ROBBERY + "]"));
        run(offences("[" + ROBBERY.replace("TH68023", "TH68024") + "]"));
        imports.run(
                List.of(offences("[" + ROBBERY.replace("TH68023", "TH68025") + "]")),
                new Order("clerk", ORDER.at(), Optional.of(LocalDate.of(2027, 4, 1)), TODAY));

        assertThat(lists.versions().all())
                .extracting(ListVersion::effective)
                .containsExactly(ListVersion.FROM_THE_BEGINNING, TODAY, LocalDate.of(2027, 4, 1));
    }

    @Test
    void shouldLeaveAListThatSaysTheSameAsItIs() {
        run(offences("[" + ROBBERY + "]"));

        assertThat(run(offences("[" + ROBBERY + "]"))).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.added()).isEmpty();
            assertThat(done.unchanged()).hasSize(1);
        });
        assertThat(lists.versions().number()).isEqualTo(1);
    }

    @Test
    void shouldNameEveryBadLineAndWriteNothing() {
        Outcome outcome = imports.run(
                List.of(
                        offences("[\n" + ROBBERY + ",\n{\"cjsCode\": \"robbery\"},\n" + ROBBERY
                                + ",\n{\"offenceTitle\": \"no code\"},\n7\n]"),
                        sent("verdict.json", "[{\"cjsCode\": \"G\", \"description\": \"Guilty\"}]")),
                ORDER);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .containsExactly(
                                        "cjs-offences.json, line 3: “robbery” is not a cjsCode of this list.",
                                        "cjs-offences.json, line 4: The code TH68023 stood on line 2 already.",
                                        "cjs-offences.json, line 5: The row has no cjsCode.",
                                        "cjs-offences.json, line 6: A row is an object."));
        assertThat(lists.versions()).isEqualTo(ListVersions.NONE);
    }

    @Test
    void shouldRefuseWhatIsNotJsonNotAListOrGivenTwice() {
        assertThat(faults(offences("[" + ROBBERY))).anyMatch(fault -> fault.contains("not JSON"));
        assertThat(faults(offences("[]"))).containsExactly("cjs-offences.json: There is not one row in it.");
        assertThat(faults(offences("{}"))).anyMatch(fault -> fault.contains("an array of rows should begin"));
        assertThat(faults(sent("LICENSE", "MIT")))
                .containsExactly("LICENSE: no list that can be imported is called so.");
        assertThat(faults(offences("[" + ROBBERY + "]"), offences("[" + ROBBERY + "]")))
                .containsExactly("cjs-offences.json: the list cjs-offences was given twice.");
    }

    @Test
    void shouldTakeBankHolidaysAsGovUkPublishesThem() {
        Outcome outcome = run(sent("bank-holidays.json", """
                {"england-and-wales": {"division": "england-and-wales", "events": [
                  {"title": "New Year’s Day", "date": "2028-01-03", "notes": "Substitute day", "bunting": true},
                  {"title": "Good Friday", "date": "2028-04-14", "notes": "", "bunting": false}]},
                 "scotland": {"division": "scotland", "events": [
                  {"title": "2nd January", "date": "2028-01-04", "notes": "", "bunting": true}]}}"""));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(rows(lists.versions().all().getFirst()).rows())
                .extracting(List::getFirst)
                .containsExactly("2028-01-03", "2028-04-14");
        assertThat(faults(sent("bank-holidays.json", "{\"scotland\": {\"events\": []}}")))
                .containsExactly("bank-holidays.json: It has no events of england-and-wales.");
    }

    @Test
    void shouldNameCourtsAsPapersDoAndLeavePoliceStationsOut() {
        run(sent("organisation-unit.json", """
                [{"topLevelCode": "B", "secondLevelCode": "01", "thirdLevelCode": "CN", "bottomLevelCode": "00",
                  "secondLevelName": "London", "thirdLevelName": "Bromley (London Road)", "thirdLevelPsaCode": "2575"},
                 {"topLevelCode": "", "secondLevelCode": "01", "thirdLevelCode": "ZD", "bottomLevelCode": "00",
                  "thirdLevelName": "Croydon police station"}]"""));

        assertThat(rows(lists.versions().all().getFirst()).rows())
                .containsExactly(List.of("B01CN00", "Bromley Magistrates' Court (London Road)", "London", "2575"));
    }

    @Test
    void shouldImportAllOfThePublishedListsAndCostAFunctionLittle() throws IOException {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "the published lists are not beside the checkout");
        List<Sent> files = new ArrayList<>();
        try (Stream<Path> folder = Files.list(corpus.get())) {
            for (Path file :
                    folder.filter(it -> it.toString().endsWith(".json")).toList()) {
                files.add(new Sent(file.getFileName().toString(), Optional.empty(), Files.readAllBytes(file)));
            }
        }

        assertThat(imports.run(files, ORDER)).isInstanceOf(Outcome.Done.class);

        Map<StandingList, Integer> rows = new TreeMap<>();
        lists.versions().all().forEach(version -> rows.put(version.list(), version.rows()));
        assertThat(rows)
                .hasSize(14)
                .containsEntry(StandingList.OFFENCES, 15_352)
                .containsEntry(StandingList.COURTS, 440)
                .containsEntry(StandingList.RESULTS, 898)
                .containsEntry(StandingList.EXCEPTIONS, 43);
        assertCheap();
    }

    /** What 20,000 codes cost whoever reads them: the issue allows 50 ms and 20 MB; asserted with margin. */
    private static void assertCheap() {
        List<List<String>> rows = new ArrayList<>();
        for (int code = 0; code < 20_000; code++) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "ZZ%05d", code),
                    "Title of an offence of the usual length ".repeat(2) + code,
                    "CS",
                    "true"));
        }
        byte[] bytes = CodeTable.of(rows).bytes();
        long before = used();
        long begun = System.nanoTime();
        byte[] fetched = bytes.clone();
        Sha256 hash = Sha256.of(fetched);
        CodeTable table = CodeTable.read(fetched);
        boolean found = table.row("ZZ12345").isPresent();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        long megabytes = Math.max(used() - before, bytes.length) / (1024 * 1024);
        System.out.printf(
                Locale.ROOT,
                "20,000 codes: %.1f ms to the first answer, %d MB (%d bytes)%n",
                took.toNanos() / 1e6,
                megabytes,
                bytes.length);

        assertThat(found).isTrue();
        assertThat(hash).isEqualTo(Sha256.of(bytes));
        assertThat(took).isLessThan(Duration.ofMillis(40));
        assertThat(megabytes).isLessThan(10);
        assertThat(table.size()).isEqualTo(20_000);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Outcome run(Sent file) {
        return imports.run(List.of(file), ORDER);
    }

    private List<String> faults(Sent... files) {
        return imports.run(List.of(files), ORDER) instanceof Outcome.Faulty(List<String> faults) ? faults : List.of();
    }

    private CodeTable rows(ListVersion version) {
        return CodeTable.read(lists.rows(version.content()).orElseThrow());
    }

    private static Sent offences(String json) {
        return sent("cjs-offences.json", json);
    }

    private static Sent sent(String name, String json) {
        return new Sent(name, Optional.empty(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Path> corpus() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".editorconfig"))) {
                Path folder = at.resolveSibling("shared").resolve("corpus").resolve("standing-data");
                return Optional.of(folder).filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }
}
