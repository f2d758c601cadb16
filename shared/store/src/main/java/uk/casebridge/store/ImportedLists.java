package uk.casebridge.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CodeTable;
import uk.casebridge.domain.standing.ImportedRows;
import uk.casebridge.domain.standing.ImportedStandingData;
import uk.casebridge.domain.standing.ListVersion;
import uk.casebridge.domain.standing.ListVersions;
import uk.casebridge.domain.standing.StandingData;

/**
 * What of the imported standing data a room has fetched: nothing at its start, a list when a code of it is first asked
 * for. One per container, safe for many threads.
 */
public final class ImportedLists implements ImportedRows {

    /** How long what is imported is taken for known: an import counts in every room at the latest after this. */
    public static final Duration FRESH = Duration.ofSeconds(10);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final StandingLists lists;
    private final Clock clock;
    private final Map<Sha256, CodeTable> tables = new ConcurrentHashMap<>();
    private ListVersions versions = ListVersions.NONE;
    private Instant seen = Instant.MIN;

    public ImportedLists(StandingLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Standing data with the imported lists over those built in. */
    public StandingData over(StandingData builtIn) {
        return ImportedStandingData.over(builtIn, this, () -> LocalDate.now(clock.withZone(LONDON)));
    }

    /** What is imported, as of {@link #FRESH} ago at most. */
    @Override
    public synchronized ListVersions versions() {
        Instant now = clock.instant();
        if (!now.isBefore(seen.plus(FRESH)) || now.isBefore(seen)) {
            versions = lists.versions();
            seen = now;
        }
        return versions;
    }

    /**
     * The rows of a version.
     *
     * @throws IllegalStateException if they are not to be found or not what was imported
     */
    @Override
    public CodeTable rows(ListVersion version) {
        return tables.computeIfAbsent(version.content(), content -> fetched(version));
    }

    private CodeTable fetched(ListVersion version) {
        byte[] rows = lists.rows(version.content())
                .orElseThrow(() -> new IllegalStateException("The rows of " + version.list() + " are gone"));
        if (!Sha256.of(rows).equals(version.content())) {
            throw new IllegalStateException("The rows of " + version.list() + " are not those that were imported");
        }
        return CodeTable.read(rows);
    }
}
