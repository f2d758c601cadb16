package uk.casebridge.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;

class ImportedStandingDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Map<StandingList, CodeTable> tables = new EnumMap<>(Map.of(
            StandingList.OFFENCES,
            CodeTable.of(List.of(List.of("ZZ26001", "Of a new kind", "CS", "false"))),
            StandingList.RESULTS,
            CodeTable.of(List.of(
                    List.of("9001", "A new end", "F", "", "", ""), List.of("9002", "Beside it", "P", "", "", ""))),
            StandingList.COURTS,
            CodeTable.of(List.of(
                    List.of("B990000", "Somewhere", "", ""),
                    List.of("B99AA00", "Little Snoring Magistrates' Court", "", ""),
                    List.of("C99AA00", "Snoring Crown Court", "", ""))),
            StandingList.BANK_HOLIDAYS,
            CodeTable.of(List.of(List.of("2028-06-01", "Moved", "")))));
    private final StandingData data = data();

    @Test
    void shouldCountNoOffenceOrResultButTheImportedOnes() {
        assertThat(data.offenceTitle("zz26001")).contains("Of a new kind");
        assertThat(data.offenceTitle("TH68023")).isEmpty();
        assertThat(data.result("9001"))
                .contains(new ResultCode("9001", "A new end", Optional.of(ResultCode.Category.FINAL)));
        assertThat(data.result("9002").orElseThrow().category()).isEmpty();
        assertThat(data.result("1002")).isEmpty();
    }

    @Test
    void shouldAddCourtsToThoseBuiltIn() {
        CourtCode snoring = new CourtCode("B99AA00");
        assertThat(data.courtNamed("Little Snoring")).contains(snoring);
        assertThat(data.courtName(new CourtCode("B99AA04"))).contains("Little Snoring Magistrates' Court");
        assertThat(data.courtNamed("Old Bailey")).contains(new CourtCode("C01CE00"));
        assertThat(data.courtNamed("Somewhere")).isEmpty();
        assertThat(data.placeNamed(Recipient.CROWN_COURT, "Snoring Crown Court"))
                .contains(new Place("C99AA00", "Snoring Crown Court", true));
        assertThat(data.place(Recipient.PRISON, "LEI")).isPresent();
    }

    @Test
    void shouldTakeTheImportedYearsOfBankHolidays() {
        assertThat(data.bankHolidays().named(LocalDate.of(2028, 6, 1))).contains("Moved");
        assertThat(data.bankHolidays().named(LocalDate.of(2026, 12, 25))).contains("Christmas Day");
    }

    private StandingData data() {
        List<ListVersion> versions = new ArrayList<>();
        tables.forEach((list, table) -> versions.add(new ListVersion(
                list,
                1,
                ListVersion.FROM_THE_BEGINNING,
                Instant.EPOCH,
                "operator",
                table.size(),
                Sha256.of(table.bytes()))));
        ListVersions imported = ListVersions.NONE.with(versions);
        return ImportedStandingData.over(
                new BuiltInStandingData(),
                new ImportedRows() {
                    @Override
                    public ListVersions versions() {
                        return imported;
                    }

                    @Override
                    public CodeTable rows(ListVersion version) {
                        return Optional.ofNullable(tables.get(version.list())).orElseThrow();
                    }
                },
                () -> TODAY);
    }
}
