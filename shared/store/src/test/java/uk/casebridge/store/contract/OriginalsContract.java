package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Originals.Incoming;
import uk.casebridge.store.Originals.UploadForm;
import uk.casebridge.store.Store;

/** What originals keep to. */
public abstract class OriginalsContract {

    private static final byte[] BYTES = "%PDF-1.7 a paper".getBytes(StandardCharsets.UTF_8);

    private final PaperId paper = Samples.paperId();

    protected abstract Store store();

    /** Puts bytes into incoming as an upload or a drop would. */
    protected abstract void put(String key, byte[] bytes);

    @Test
    void shouldTellWhatAFormBrought() {
        put("papers/" + paper, BYTES);

        Incoming incoming = incoming("papers/" + paper);
        assertThat(incoming.paper()).contains(paper);
        assertThat(incoming.dropped()).isEmpty();
        assertThat(incoming.size()).isEqualTo(BYTES.length);
    }

    @Test
    void shouldTellWhatAnUrgentFormBrought() {
        put("urgent/" + paper, BYTES);

        assertThat(incoming("urgent/" + paper).paper()).contains(paper);
    }

    @Test
    void shouldTellWhoDroppedWhat() {
        String key = "drop/B01BH00/Register & list (2) " + paper + ".pdf";
        put(key, BYTES);

        Incoming incoming = incoming(key);
        assertThat(incoming.paper()).isEmpty();
        assertThat(incoming.dropped())
                .contains(new Originals.Dropped(new CourtCode("B01BH00"), "Register & list (2) " + paper + ".pdf"));
    }

    @Test
    void shouldKnowNothingOfWhatIsGoneOrNotOurs() {
        put("else/" + paper, BYTES);

        assertThat(store().originals().incoming("papers/" + Samples.paperId())).isEmpty();
        assertThat(store().originals().incoming("else/" + paper)).isEmpty();
        assertThat(store().originals().incoming("papers/p-1")).isEmpty();
        assertThat(store().originals().incoming("drop/NOWHERE!/a.pdf")).isEmpty();
    }

    @Test
    void shouldOpenWhatCameIn() throws IOException {
        put("papers/" + paper, BYTES);

        try (InputStream bytes = store().originals().openIncoming(incoming("papers/" + paper))) {
            assertThat(bytes.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void shouldKeepByteForByteTheVersionThatWasSeen() throws IOException {
        put("papers/" + paper, BYTES);
        Incoming seen = incoming("papers/" + paper);
        put("papers/" + paper, "something else".getBytes(StandardCharsets.UTF_8));

        String version = store().originals().keep(paper, seen, Sha256.of(BYTES));

        try (InputStream bytes = store().originals().open(paper, version)) {
            assertThat(bytes.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void shouldRefuseToKeepWhatIsNotWhatWasHashed() {
        put("papers/" + paper, BYTES);

        assertThatThrownBy(() -> store().originals()
                        .keep(paper, incoming("papers/" + paper), Sha256.of("other".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldKeepWhatNobodyHashed() throws IOException {
        put("drop/B01BH00/large.pdf", BYTES);
        Incoming seen = incoming("drop/B01BH00/large.pdf");

        String version = store().originals().keepUnread(paper, seen);

        try (InputStream bytes = store().originals().open(paper, version)) {
            assertThat(bytes.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void shouldKeepAPartOfABundle(@TempDir Path folder) throws IOException {
        Path part = Files.write(folder.resolve("1"), BYTES);

        String version = store().originals().keepPart(paper, part, Sha256.of(BYTES));

        try (InputStream bytes = store().originals().open(paper, version)) {
            assertThat(bytes.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void shouldRefuseToKeepAPartThatIsNotWhatWasHashed(@TempDir Path folder) throws IOException {
        Path part = Files.write(folder.resolve("1"), BYTES);
        Sha256 other = Sha256.of("other".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> store().originals().keepPart(paper, part, other))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void shouldFailToOpenWhatWasNeverKept() {
        assertThatThrownBy(
                        () -> store().originals().open(Samples.paperId(), "1").close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldGiveAFormForOneKeyOnly() {
        UploadForm plain = form(false, Optional.empty());
        UploadForm urgent = form(true, Optional.of(URI.create("https://portal.invalid/papers")));

        assertThat(plain.fields())
                .containsEntry("key", "papers/" + paper)
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("success_action_status", "201");
        assertThat(urgent.fields())
                .containsEntry("key", "urgent/" + paper)
                .containsEntry("success_action_redirect", "https://portal.invalid/papers")
                .doesNotContainKey("success_action_status");
    }

    @Test
    void shouldLinkToAnExactVersion() {
        put("papers/" + paper, BYTES);
        String version = store().originals().keep(paper, incoming("papers/" + paper), Sha256.of(BYTES));

        URI link = store().originals().link(paper, version, "a.pdf", "application/pdf", Duration.ofSeconds(60));

        assertThat(link.toString()).contains(paper.value()).contains("versionId=" + version);
    }

    private UploadForm form(boolean urgent, Optional<URI> next) {
        return store().originals()
                .uploadForm(paper, "application/pdf", urgent, 1000, Optional.empty(), Duration.ofMinutes(10), next);
    }

    private Incoming incoming(String key) {
        return store().originals().incoming(key).orElseThrow();
    }
}
