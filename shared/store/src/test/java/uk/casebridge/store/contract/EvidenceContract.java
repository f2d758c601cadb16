package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Store;

/** What evidence keeps to. */
public abstract class EvidenceContract {

    private final PaperId paper = Samples.paperId();

    protected abstract Store store();

    @Test
    void shouldGiveBackWhatWasPut() {
        store().evidence().put(paper, Evidence.picture(1), new byte[] {1, 2, 3}, "image/png");

        assertThat(store().evidence().get(paper, Evidence.picture(1))).contains(new byte[] {1, 2, 3});
    }

    @Test
    void shouldPutInPlaceOfWhatWasThere() {
        store().evidence().put(paper, "words.json", new byte[] {1}, "application/json");
        store().evidence().put(paper, "words.json", new byte[] {2}, "application/json");

        assertThat(store().evidence().get(paper, "words.json")).contains(new byte[] {2});
    }

    @Test
    void shouldHaveNothingThatWasNotPut() {
        assertThat(store().evidence().get(paper, Evidence.picture(2))).isEmpty();
    }

    @Test
    void shouldRefuseNamesThatLeadElsewhere() {
        assertThatThrownBy(() -> store().evidence().get(paper, "../p-other/page-1.png"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
