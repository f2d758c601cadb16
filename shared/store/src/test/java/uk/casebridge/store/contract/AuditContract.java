package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.store.contract.Samples.NOW;
import static uk.casebridge.store.contract.Samples.line;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Store;

/** What timelines keep to. */
public abstract class AuditContract {

    private final PaperId paper = Samples.paperId();

    protected abstract Store store();

    @Test
    void shouldGiveTheOldestFirst() {
        AuditEntry later =
                new AuditEntry(NOW.plusNanos(1000), "prison-client", "fetched", paper, Optional.of("d-1"), "");
        AuditEntry sooner = new AuditEntry(NOW, "extract", "stored", paper, Optional.empty(), "4711 bytes");
        store().audit().append(later);
        store().audit().append(sooner);

        assertThat(store().audit().of(paper)).containsExactly(sooner, later);
    }

    @Test
    void shouldKeepLinesOfOneMomentApartAndInOrder() {
        store().audit().append(line(paper, "one"));
        store().audit().append(line(paper, "two"));
        store().audit().append(line(paper, "two"));

        assertThat(store().audit().of(paper)).extracting(AuditEntry::what).containsExactly("one", "two", "two");
    }

    @Test
    void shouldKeepPapersApart() {
        store().audit().append(line(paper, "one"));

        assertThat(store().audit().of(Samples.paperId())).isEmpty();
    }
}
