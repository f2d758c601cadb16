package uk.casebridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.CodeTable;
import uk.casebridge.domain.standing.ListVersion;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.domain.standing.StandingList;
import uk.casebridge.store.memory.MemoryStandingLists;

class ImportedListsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 8, 1);

    private Instant now = Instant.parse("2026-08-14T10:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final MemoryStandingLists lists = new MemoryStandingLists();
    private final StandingData data = new ImportedLists(lists, clock).over(new BuiltInStandingData());

    @Test
    void shouldTakeWhatIsBuiltInUntilSomethingIsImported() {
        assertThat(data.offenceTitle("TH68023")).contains("Robbery");
        assertThat(data.offenceTitle("ZZ26001")).isEmpty();
    }

    @Test
    void shouldTakeAnImportWithinTenSeconds() {
        assertThat(data.offenceTitle("ZZ26001")).isEmpty();
        imported("ZZ26001", "Of a new kind");

        now = now.plus(ImportedLists.FRESH);

        assertThat(data.offenceTitle("ZZ26001")).contains("Of a new kind");
    }

    @Test
    void shouldTakeTheBuiltInListForAHearingBeforeTheImportHolds() {
        imported("ZZ26001", "Of a new kind");

        assertThat(data.on(FROM).offenceTitle("ZZ26001")).contains("Of a new kind");
        assertThat(data.on(FROM.minusDays(1)).offenceTitle("ZZ26001")).isEmpty();
        assertThat(data.on(FROM.minusDays(1)).offenceTitle("TH68023")).contains("Robbery");
    }

    @Test
    void shouldFetchNothingBeforeACodeIsAskedFor() {
        ListVersion lost = version(Sha256.of(new byte[] {1}));
        lists.add(lists.versions().with(List.of(lost)), List.of());

        assertThat(data.courtName(new uk.casebridge.domain.standing.CourtCode("B01BH00")))
                .isPresent();
        assertThatThrownBy(() -> data.offenceTitle("TH68023")).hasMessageContaining("are gone");
    }

    private void imported(String code, String title) {
        byte[] rows = CodeTable.of(List.of(List.of(code, title, "CS", "false"))).bytes();
        assertThat(lists.add(lists.versions().with(List.of(version(Sha256.of(rows)))), List.of(rows)))
                .isTrue();
    }

    private ListVersion version(Sha256 rows) {
        return new ListVersion(
                StandingList.OFFENCES,
                lists.versions().nextNumber(StandingList.OFFENCES),
                FROM,
                now,
                "operator",
                1,
                rows);
    }
}
