package uk.casebridge.domain.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.standing.CourtCode;

class BundleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Paper mail = Paper.awaited(
            new PaperId("p-01K9ZK4M2E0000000000000001"), "papers.eml", new CourtCode("B01BH00"), "clerk", NOW);

    @Test
    void shouldGiveAPartTheSameIdEachTimeAndEachPartItsOwn() {
        Set<PaperId> ids = new HashSet<>();
        for (int part = 1; part <= Bundle.MOST_PARTS; part++) {
            assertThat(PartOf.idOf(mail, part)).isEqualTo(PartOf.idOf(mail, part));
            ids.add(PartOf.idOf(mail, part));
        }
        assertThat(ids).hasSize(Bundle.MOST_PARTS).doesNotContain(mail.id());
    }

    @Test
    void shouldTakeSenderCourtAndTimeFromTheBundle() {
        Paper part = mail.part(part(3));

        assertThat(part.court()).isEqualTo(mail.court());
        assertThat(part.sender()).isEqualTo(mail.sender());
        assertThat(part.createdAt()).isEqualTo(mail.createdAt());
        assertThat(part.partOf()).contains(new PartOf(mail.id(), 3, 1, Optional.of(NOW)));
        assertThat(part.part(part(1)).depth()).isEqualTo(2);
    }

    @Test
    void shouldNumberItsPartsWithoutAGap() {
        assertThatThrownBy(() -> Bundle.of(Bundle.Sort.MAIL, List.of(part(1), part(3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldKeepTheNamesOfPackedFilesOutOfItsNotes() {
        Bundle.Part packed = new Bundle.Part(
                2,
                "Ada Example.pdf",
                "application/pdf",
                new Bundle.Entry("Ada Example.pdf"),
                Bundle.Use.PAPER,
                Optional.empty());

        assertThat(KeptPart.of(packed, Optional.empty()).where()).isEqualTo("file 2");
        assertThat(KeptPart.of(part(1), Optional.empty()).where()).isEqualTo("pages 2 to 3");
    }

    @Test
    void shouldRefusePagesThatAreNone() {
        assertThatThrownBy(() -> new Bundle.Pages(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bundle.Pages(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Bundle.Pages(4, 4).shown()).isEqualTo("page 4");
    }

    private static Bundle.Part part(int number) {
        return new Bundle.Part(
                number, "part.pdf", "application/pdf", new Bundle.Pages(2, 3), Bundle.Use.PAPER, Optional.of(NOW));
    }
}
