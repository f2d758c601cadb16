package uk.casebridge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.portal.page.PaperPage;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.memory.MemoryStore;
import uk.casebridge.testkit.build.PaperBuilder;

class BundlesTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:32:00Z");

    private final MemoryStore store = new MemoryStore(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Bundles bundles = new Bundles(store);
    private final Paper mail = PaperBuilder.aPaper()
            .number(1)
            .fileName("papers.eml")
            .takenApart(2)
            .changedAt(NOW)
            .build();

    @Test
    void shouldShowEachPartWithItsStateAndWhatIsNoPaper() {
        Paper part = stored();

        assertThat(bundles.rows(mail))
                .containsExactly(
                        new PaperPage.PartRow("Text of the e-mail", "Cover note", Optional.empty(), Optional.empty()),
                        new PaperPage.PartRow(
                                "Attachment 1",
                                "warrant.pdf",
                                Optional.of("/papers/" + part.id()),
                                Optional.of(Tags.of(part.state()))));
    }

    @Test
    void shouldLeadFromAPartBackToTheFileItCameIn() {
        assertThat(Bundles.origin(stored()).orElseThrow().href()).contains("/papers/" + mail.id());
        assertThat(Bundles.origin(mail)).isEmpty();
    }

    @Test
    void shouldFollowABundleWhileItsPartsMoveButNotForEver() {
        stored();

        assertThat(bundles.isMoving(mail, NOW, Duration.ofMinutes(10))).isTrue();
        assertThat(bundles.isMoving(mail, NOW.plusSeconds(601), Duration.ofMinutes(10)))
                .isFalse();
        assertThat(bundles.isMoving(PaperBuilder.aPaper().build(), NOW, Duration.ofMinutes(10)))
                .isFalse();
    }

    private Paper stored() {
        Bundle.Part second = new Bundle.Part(
                2, "warrant.pdf", "application/pdf", new Bundle.Attachment(1), Bundle.Use.PAPER, Optional.empty());
        Paper part = mail.part(second).stored(Sha256.of(new byte[] {1}), 1, "application/pdf", "v1", NOW);
        store.papers()
                .notePart(
                        mail.id(), new KeptPart(1, Bundle.Use.COVER_NOTE, new Bundle.Body().shown(), Optional.empty()));
        store.papers()
                .storePart(
                        part,
                        KeptPart.of(second, Optional.of(part.id())),
                        new AuditEntry(NOW, "extract", "stored", part.id(), Optional.empty(), ""));
        return part;
    }
}
