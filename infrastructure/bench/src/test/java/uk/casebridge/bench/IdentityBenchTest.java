package uk.casebridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IdentityBenchTest {

    private final IdentityBench.Tally tally = new IdentityBench(11, 20_000, 10_000).measured();

    @Test
    void shouldHardlyEverLinkWrongly() {
        assertThat(tally.links()).isGreaterThan(5_000);
        assertThat(tally.wrongLinkRate()).isLessThan(0.0005);
    }

    @Test
    void shouldFindAlmostEveryoneAgain() {
        assertThat(tally.recall()).isGreaterThan(0.96);
    }

    @Test
    void shouldAskAboutFew() {
        assertThat((double) tally.asked() / tally.papers()).isLessThan(0.15);
        assertThat((double) tally.unknownAsked / tally.unknown).isLessThan(0.01);
    }

    @Test
    void shouldMakeTheSamePeopleEveryTime() {
        PrintedPerson one = new PrintedPerson(new Population(3));
        PrintedPerson again = new PrintedPerson(new Population(3));

        for (int number = 0; number < 200; number++) {
            assertThat(one.on(number, 1)).isEqualTo(again.on(number, 1));
        }
        assertThat(one.on(1, 1)).isNotEqualTo(new PrintedPerson(new Population(4)).on(1, 1));
    }

    @Test
    void shouldPrintSharesWithTheirIntervals() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(Bench.run(new String[] {"identity", "1000"}, print, print)).isZero();
        assertThat(Bench.run(new String[] {"identity", "many"}, print, print)).isEqualTo(2);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1,000 people known", "wrong links, of all links", "95 % interval", "n = ");
    }
}
