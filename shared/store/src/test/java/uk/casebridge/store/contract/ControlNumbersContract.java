package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Store;

/** What document control numbers keep to. */
public abstract class ControlNumbersContract {

    /** Numbers nobody else's test uses. */
    private final long base = ThreadLocalRandom.current().nextLong(1_000_000_000L, Long.MAX_VALUE / 2);

    protected abstract Store store();

    @Test
    void shouldGiveANumberToOneEnvelopeOnly() {
        assertThat(claim(Samples.paperId(), "1_a.zip", Optional.empty(), 1, 2)).isEmpty();

        assertThat(claim(Samples.paperId(), "1_b.zip", Optional.empty(), 2, 3)).containsExactly(number(2));
    }

    @Test
    void shouldClaimNothingWhereOneNumberIsTaken() {
        claim(Samples.paperId(), "1_a.zip", Optional.empty(), 1);
        claim(Samples.paperId(), "1_b.zip", Optional.empty(), 1, 2);

        assertThat(claim(Samples.paperId(), "1_c.zip", Optional.empty(), 2)).isEmpty();
    }

    @Test
    void shouldClaimAgainForTheSamePaper() {
        PaperId paper = Samples.paperId();
        claim(paper, "1_a.zip", Optional.empty(), 1, 2);

        assertThat(claim(paper, "1_a.zip", Optional.empty(), 1, 2)).isEmpty();
    }

    @Test
    void shouldPassTheNumbersOfAnEnvelopeToItsRescan() {
        PaperId rescan = Samples.paperId();
        claim(Samples.paperId(), "1_a.zip", Optional.empty(), 1, 2);

        assertThat(claim(Samples.paperId(), "1_c.zip", Optional.of("1_b.zip"), 1))
                .containsExactly(number(1));
        assertThat(claim(rescan, "1_d.zip", Optional.of("1_a.zip"), 1, 2, 3)).isEmpty();
        assertThat(claim(Samples.paperId(), "1_e.zip", Optional.of("1_a.zip"), 2))
                .as("it holds them no longer")
                .containsExactly(number(2));
    }

    @Test
    void shouldClaimAHundredNumbersAtOnce() {
        int[] hundred = IntStream.rangeClosed(1, 100).toArray();

        assertThat(claim(Samples.paperId(), "1_a.zip", Optional.empty(), hundred))
                .isEmpty();
        assertThat(claim(Samples.paperId(), "1_b.zip", Optional.empty(), 100)).containsExactly(number(100));
    }

    private List<String> claim(PaperId paper, String name, Optional<String> rescanFor, int... numbers) {
        // Names are as good as numbers: no other test's may meet them.
        return store().controlNumbers()
                .claim(
                        paper,
                        new Bundle.Envelope(
                                base + name,
                                rescanFor.map(other -> base + other),
                                IntStream.of(numbers).mapToObj(this::number).toList(),
                                Bundle.Signature.NONE));
    }

    private String number(int number) {
        return Long.toString(base + number);
    }
}
