package uk.casebridge.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.casebridge.domain.person.BlockingKey;
import uk.casebridge.domain.person.Decision;
import uk.casebridge.domain.person.Doubt;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.WhoIsThis;

/**
 * How well people are found again: everyone of a population is known from one paper, and then further papers come, four
 * in five about someone known. The decisions are those of the extract room; the candidates come from an index of the
 * same keys with the same cap as the table's.
 */
final class IdentityBench {

    /** As many as the table is asked for under one key. */
    static final int MOST_UNDER_A_KEY = 50;

    private static final int NUMBER_BITS = 24;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final int people;
    private final int papers;
    private final PrintedPerson printed;
    private long[] index = {};

    /**
     * @param people how many are known, below 16 million
     * @param papers how many further papers come
     */
    IdentityBench(long seed, int people, int papers) {
        this.people = people;
        this.papers = papers;
        this.printed = new PrintedPerson(new Population(seed));
    }

    /** What came of the papers. */
    static final class Tally {
        /** Papers about someone known, and about nobody known. */
        long known;

        long unknown;
        /** Of those about someone known. */
        long linkedRight;

        long askedWithRight;
        long askedWithoutRight;
        long takenForNew;
        long amongCandidates;
        /** Of all papers. */
        long linkedWrong;

        long unknownAsked;
        long unknownNew;
        long overfull;
        long candidates;
        final Map<Doubt, Long> doubts = new EnumMap<>(Doubt.class);

        long links() {
            return linkedRight + linkedWrong;
        }

        long asked() {
            return askedWithRight + askedWithoutRight + unknownAsked;
        }

        long papers() {
            return known + unknown;
        }

        double wrongLinkRate() {
            return (double) linkedWrong / links();
        }

        double recall() {
            return (double) (linkedRight + askedWithRight) / known;
        }
    }

    /** Runs it and prints what came of it. */
    int run(PrintStream out) {
        long begun = System.nanoTime();
        build();
        double building = seconds(begun);
        long asking = System.nanoTime();
        Tally tally = measure();
        double deciding = seconds(asking);
        report(tally, out);
        out.printf(
                Locale.ROOT,
                "%-46s %.0f s, %d MB; %.2f ms a paper, making the people included%n",
                "index built in, its size; decided in",
                building,
                index.length * 8L / 1_000_000,
                deciding * 1000 / papers);
        return 0;
    }

    Tally measured() {
        build();
        return measure();
    }

    private void build() {
        long[] entries = new long[people * 4];
        int size = 0;
        for (int number = 0; number < people; number++) {
            for (BlockingKey key : printed.on(number, 0).known().keys()) {
                if (size == entries.length) {
                    entries = Arrays.copyOf(entries, size + size / 4);
                }
                entries[size++] = hash(key) | number;
            }
        }
        index = Arrays.copyOf(entries, size);
        Arrays.sort(index);
    }

    private Tally measure() {
        Tally tally = new Tally();
        for (int paper = 0; paper < papers; paper++) {
            boolean aboutKnown = paper % 5 != 0;
            // Spread over all that are known, or beyond them.
            int number = aboutKnown ? (int) ((paper * 2_654_435_761L >>> 7) % people) : people + paper;
            decide(number, aboutKnown, tally);
        }
        return tally;
    }

    private void decide(int number, boolean aboutKnown, Tally tally) {
        Mention mention = printed.on(number, 1);
        Set<Integer> found = new LinkedHashSet<>();
        boolean overfull = false;
        for (BlockingKey key : mention.keys()) {
            overfull |= under(key, found);
        }
        List<Person> candidates = new ArrayList<>();
        for (int candidate : found) {
            candidates.add(person(candidate));
        }
        tally.candidates += candidates.size();
        tally.overfull += overfull ? 1 : 0;
        PersonId right = idOf(number);
        if (aboutKnown) {
            tally.known++;
            tally.amongCandidates += found.contains(number) ? 1 : 0;
        } else {
            tally.unknown++;
        }
        switch (WhoIsThis.decide(mention, candidates)) {
            case Decision.Same same -> {
                if (same.match().person().equals(right)) {
                    tally.linkedRight++;
                } else {
                    tally.linkedWrong++;
                }
            }
            case Decision.Ask ask -> {
                tally.doubts.merge(ask.doubt(), 1L, Long::sum);
                boolean among = ask.candidates().stream()
                        .anyMatch(candidate -> candidate.person().equals(right));
                if (!aboutKnown) {
                    tally.unknownAsked++;
                } else if (among) {
                    tally.askedWithRight++;
                } else {
                    tally.askedWithoutRight++;
                }
            }
            case Decision.Unknown nobody -> {
                if (aboutKnown) {
                    tally.takenForNew++;
                } else {
                    tally.unknownNew++;
                }
            }
            case Decision.TooLittle none -> throw new IllegalStateException("Every paper has a date of birth");
        }
    }

    /** Adds whom a key finds; whether there are more than are looked at. */
    private boolean under(BlockingKey key, Set<Integer> found) {
        long from = hash(key);
        int at = Arrays.binarySearch(index, from);
        int first = at < 0 ? -at - 1 : at;
        for (int i = first; i < index.length && (index[i] & ~NUMBER) == from; i++) {
            if (i - first == MOST_UNDER_A_KEY) {
                return true;
            }
            found.add((int) (index[i] & NUMBER));
        }
        return false;
    }

    private Person person(int number) {
        return Person.first(mentionId(number), printed.on(number, 0).known(), Instant.EPOCH);
    }

    private static PersonId idOf(int number) {
        return PersonId.madeBy(mentionId(number));
    }

    private static MentionId mentionId(int number) {
        String hex = Integer.toHexString(number);
        return new MentionId("m-" + "0".repeat(32 - hex.length()) + hex);
    }

    /** Forty bits of a key, in front of the bits of a number; two keys that fall together only add a candidate. */
    private static long hash(BlockingKey key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.text().length(); i++) {
            hash = (hash ^ key.text().charAt(i)) * 0x100000001b3L;
        }
        return (hash ^ hash >>> 29) << NUMBER_BITS;
    }

    private void report(Tally tally, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d people known from one paper each; %,d further papers, %,d of them about someone known%n",
                people,
                papers,
                tally.known);
        line(out, "wrong links, of all links", tally.linkedWrong, tally.links());
        line(out, "right links, of papers about someone known", tally.linkedRight, tally.known);
        line(out, "a question that shows the right person", tally.askedWithRight, tally.known);
        line(out, "recall: right link, or right one shown", tally.linkedRight + tally.askedWithRight, tally.known);
        line(out, "a question that does not show them", tally.askedWithoutRight, tally.known);
        line(out, "taken for somebody new", tally.takenForNew, tally.known);
        line(out, "right person among the candidates", tally.amongCandidates, tally.known);
        line(out, "new people taken for new", tally.unknownNew, tally.unknown);
        line(out, "new people asked about", tally.unknownAsked, tally.unknown);
        line(out, "papers sent to a person", tally.asked(), tally.papers());
        line(out, "papers with a key over its cap", tally.overfull, tally.papers());
        out.printf(Locale.ROOT, "%-46s %.1f a paper%n", "candidates", (double) tally.candidates / tally.papers());
        out.println("questions by doubt: " + tally.doubts);
    }

    /** A share with its n and its 95 % interval, after Wilson. */
    private static void line(PrintStream out, String what, long of, long n) {
        double z = 1.96;
        double p = n == 0 ? 0 : (double) of / n;
        double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        out.printf(
                Locale.ROOT,
                "%-46s %8.4f %%  (%,d of n = %,d; 95 %% interval %.4f to %.4f)%n",
                what,
                p * 100,
                of,
                n,
                Math.max(0, (middle - half) * 100),
                Math.min(100, (middle + half) * 100));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
