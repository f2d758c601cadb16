package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.ListVersion;
import uk.casebridge.domain.standing.ListVersions;
import uk.casebridge.domain.standing.StandingList;
import uk.casebridge.store.StandingLists;
import uk.casebridge.store.Store;

/** What imported standing data keep to. What others imported before is left alone, as in a house that is in use. */
public abstract class StandingListsContract {

    private final byte[] rows = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

    protected abstract Store store();

    @Test
    void shouldGiveBackWhatWasAdded() {
        ListVersions next = next(lists().versions());

        assertThat(lists().add(next, List.of(rows))).isTrue();

        assertThat(lists().versions()).isEqualTo(next);
        assertThat(lists().rows(Sha256.of(rows))).contains(rows);
    }

    @Test
    void shouldSayTheNewestOfMany() {
        for (int i = 0; i < 12; i++) {
            assertThat(lists().add(next(lists().versions()), List.of(rows))).isTrue();
        }
        ListVersions last = next(lists().versions());
        lists().add(last, List.of(rows));

        assertThat(lists().versions().number()).isEqualTo(last.number());
    }

    @Test
    void shouldTakeOneOfTwoImportsThatSawTheSame() {
        ListVersions seen = lists().versions();

        assertThat(lists().add(next(seen), List.of(rows))).isTrue();
        assertThat(lists().add(next(seen), List.of(rows))).isFalse();
    }

    @Test
    void shouldHaveNoRowsThatWereNotPut() {
        assertThat(lists().rows(Sha256.of(rows))).isEmpty();
    }

    private StandingLists lists() {
        return store().standingLists();
    }

    private ListVersions next(ListVersions seen) {
        return seen.with(List.of(new ListVersion(
                StandingList.OFFENCES,
                seen.nextNumber(StandingList.OFFENCES),
                LocalDate.of(2026, 1, 1),
                Instant.parse("2026-08-14T10:00:00Z"),
                "operator",
                1,
                Sha256.of(rows))));
    }
}
