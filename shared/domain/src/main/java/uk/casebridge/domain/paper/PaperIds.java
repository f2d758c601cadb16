package uk.casebridge.domain.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Makes ids of papers from a clock and a source of chance; the source must not be predictable in production. */
public final class PaperIds {

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int DRAWN = 16;

    private final Clock clock;
    private final RandomGenerator chance;

    public PaperIds(Clock clock, RandomGenerator chance) {
        this.clock = clock;
        this.chance = chance;
    }

    public PaperId next() {
        byte[] drawn = new byte[DRAWN];
        chance.nextBytes(drawn);
        return of(clock.instant(), drawn);
    }

    /**
     * The id of a moment and of bytes that stand for chance: the same ones give the same id.
     *
     * @param drawn at least 16 bytes, of which the lowest five bits count
     */
    public static PaperId of(Instant time, byte[] drawn) {
        StringBuilder id = new StringBuilder("p-");
        long milliseconds = time.toEpochMilli();
        for (int shift = 45; shift >= 0; shift -= 5) {
            id.append(DIGITS[(int) (milliseconds >>> shift) & 31]);
        }
        for (int i = 0; i < DRAWN; i++) {
            id.append(DIGITS[drawn[i] & 31]);
        }
        return new PaperId(id.toString());
    }
}
