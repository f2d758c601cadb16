package uk.casebridge.domain.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaperIdsTest {

    @Test
    void shouldSortByAge() {
        Random chance = new Random(1);
        PaperId older = at("2026-11-16T09:30:00.000Z", chance);
        PaperId newer = at("2026-11-16T09:30:00.001Z", chance);
        assertThat(newer).isGreaterThan(older);
    }

    @Test
    void shouldNotRepeatWithinAMillisecond() {
        Random chance = new Random(1);
        assertThat(at("2026-11-16T09:30:00Z", chance)).isNotEqualTo(at("2026-11-16T09:30:00Z", chance));
    }

    @Test
    void shouldRefuseWhatIsNotAnId() {
        assertThatThrownBy(() -> new PaperId("p-../../etc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldHashAsEveryoneDoes() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static PaperId at(String instant, Random chance) {
        return new PaperIds(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), chance).next();
    }
}
