package uk.casebridge.domain.paper;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes ids of papers from a clock and a source of chance; the source must not be predictable in production. */
public final class PaperIds {

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private final Clock clock;
    private final RandomGenerator chance;

    public PaperIds(Clock clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
    }

    public PaperId next() {
        StringBuilder id = new StringBuilder("p-");
        long time = clock.millis();
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(DIGITS[(int) (time >>> shift) & 31]);
        }
        for (int i = 0; i < 16; i++) {
            id.append(DIGITS[chance.nextInt(32)]);
        }
        return new PaperId(id.toString());
    }
}
