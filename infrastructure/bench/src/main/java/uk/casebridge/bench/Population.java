package uk.casebridge.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import uk.casebridge.domain.identifier.CroNumber;
import uk.casebridge.domain.identifier.PncId;
import uk.casebridge.domain.person.CommonNames;

/**
 * People who do not exist, each made from a seed and a number, so that a million of them need no memory. They live in
 * households of four that share an address and mostly a family name; in some, two are twins or father and son share the
 * whole name; common names are as common as they are, in one part of the population a few given names go with a few
 * family names, and some people share name and date of birth with a stranger.
 */
final class Population {

    private static final int HOUSEHOLD = 4;
    private static final double CLUSTERED = 0.08;
    private static final double TWINS = 0.06;
    private static final double TWINS_OF_LIKE_NAMES = 0.1;
    private static final double JUNIOR = 0.03;
    private static final double OTHER_FAMILY_NAME = 0.2;
    /** Beyond chance: strangers of one name and date of birth. */
    private static final double DOUBLES = 0.002;

    private static final List<String> CLUSTER_FAMILIES =
            List.of("KHAN", "HUSSAIN", "AHMED", "ALI", "PATEL", "SINGH", "KAUR", "BEGUM", "AKHTAR", "MIAH");
    private static final List<String> CLUSTER_GIVEN = List.of(
            "MOHAMMED",
            "MOHAMMED",
            "MOHAMMED",
            "MUHAMMAD",
            "MUHAMMAD",
            "IMRAN",
            "ALI",
            "AHMED",
            "HASSAN",
            "HUSSEIN",
            "HARPREET",
            "GURPREET",
            "FATIMA",
            "AISHA",
            "SHABANA",
            "PRIYA",
            "IBRAHIM",
            "YUSUF",
            "ABDUL",
            "TARIQ");
    private static final String[] STARTS = {
        "AB", "BER", "CAL", "DUN", "EL", "FAR", "GRAN", "HOL", "IN", "JER", "KEN", "LAN", "MOR", "NOR", "OS", "PEN",
        "QUIN", "RAN", "STAN", "THOR", "UN", "VAL", "WIN", "YAR", "ZAM", "BRO", "CHES", "DREW", "FEN", "GOS"
    };
    private static final String[] MIDDLES = {
        "", "A", "E", "ING", "ER", "EN", "IL", "OW", "AN", "ES", "OR", "UL", "IC", "AM", "ET"
    };
    private static final String[] ENDS = {
        "TON", "LEY", "FORD", "WELL", "SON", "MAN", "BY", "HAM", "WORTH", "DALE", "WOOD", "BURY", "RIDGE", "SHAW",
        "KINS", "ETT", "OWSKI", "OVA", "INEZ", "ESCU", "ADE", "WU", "IDIS", "ARD", "ELL", "OCK", "IN", "AS", "ERS",
        "STONE"
    };
    private static final String[] STREETS = {
        "Furnace Lane",
        "Market Place",
        "Victoria Street",
        "Long Acre",
        "Coronation Terrace",
        "The Ridgeway",
        "Station Road",
        "Church Street",
        "Park Avenue",
        "Mill Lane"
    };

    private final long seed;
    private final Names families = new Names(CommonNames.families());
    private final Names givens = new Names(CommonNames.givens());

    Population(long seed) {
        this.seed = seed;
    }

    /**
     * Somebody.
     *
     * @param given first and other given names
     * @param maiden the family name of papers before a marriage; the same for most
     */
    record Somebody(
            List<String> given,
            String family,
            String maiden,
            LocalDate born,
            String address,
            String formerAddress,
            Optional<String> pnc,
            Optional<String> otherPnc,
            Optional<String> cro) {}

    Somebody somebody(int number) {
        SplittableRandom own = random(number, 1);
        if (number > 1000 && own.nextDouble() < DOUBLES) {
            Somebody stranger = plain(number - 1 - own.nextInt(1000));
            Somebody self = plain(number);
            return new Somebody(
                    stranger.given(),
                    stranger.family(),
                    stranger.maiden(),
                    stranger.born(),
                    self.address(),
                    self.formerAddress(),
                    self.pnc(),
                    self.otherPnc(),
                    self.cro());
        }
        return plain(number);
    }

    private Somebody plain(int number) {
        int household = number / HOUSEHOLD;
        int member = number % HOUSEHOLD;
        SplittableRandom home = random(household, 2);
        SplittableRandom own = random(number, 3);
        boolean clustered = home.nextDouble() < CLUSTERED;
        String family = clustered ? CLUSTER_FAMILIES.get(home.nextInt(CLUSTER_FAMILIES.size())) : family(home);
        String address = address(home);
        boolean twins = home.nextDouble() < TWINS;
        boolean likeNames = home.nextDouble() < TWINS_OF_LIKE_NAMES;
        boolean junior = home.nextDouble() < JUNIOR;
        List<String> given = given(own, clustered);
        LocalDate born = born(own);
        if (twins && member == 1) {
            List<String> first = given(random(number - 1, 3), clustered);
            born = born(after(number - 1, clustered));
            given = twin(first, given, likeNames);
        }
        if (junior && member == 3) {
            SplittableRandom father = random(number - 1, 3);
            given = given(father, clustered);
            born = born(after(number - 1, clustered)).plusYears(24).plusDays(own.nextInt(300));
        }
        boolean otherName = member == 2 && !junior && own.nextDouble() < OTHER_FAMILY_NAME * 2;
        String name = otherName ? family(own) : family;
        String maiden = own.nextDouble() < 0.03 ? family(own) : name;
        return new Somebody(
                given,
                name,
                maiden,
                born,
                address,
                own.nextDouble() < 0.5 ? address(own) : address,
                own.nextDouble() < 0.85 ? Optional.of(pnc(own)) : Optional.empty(),
                own.nextDouble() < 0.05 ? Optional.of(pnc(own)) : Optional.empty(),
                own.nextDouble() < 0.6 ? Optional.of(cro(own)) : Optional.empty());
    }

    /** A person's chance as it stands once the given names are drawn. */
    private SplittableRandom after(int number, boolean clustered) {
        SplittableRandom random = random(number, 3);
        given(random, clustered);
        return random;
    }

    private static List<String> twin(List<String> first, List<String> own, boolean likeNames) {
        if (!likeNames) {
            return own.getFirst().equals(first.getFirst()) ? List.of(own.getFirst() + "INA") : own;
        }
        String name = first.getFirst();
        return List.of(name.length() > 4 ? name.substring(0, name.length() - 2) + "AN" : name + "AN");
    }

    private List<String> given(SplittableRandom random, boolean clustered) {
        List<String> given = new ArrayList<>();
        int names = random.nextDouble() < 0.45 ? 2 : 1;
        for (int i = 0; i < names; i++) {
            given.add(
                    clustered && random.nextDouble() < 0.8
                            ? CLUSTER_GIVEN.get(random.nextInt(CLUSTER_GIVEN.size()))
                            : givens.next(random).orElseGet(() -> invented(random, 3, 24)));
        }
        return given;
    }

    private String family(SplittableRandom random) {
        return families.next(random).orElseGet(() -> invented(random, MIDDLES.length, ENDS.length));
    }

    /** A rare name; some are commoner than others. */
    private static String invented(SplittableRandom random, int middles, int ends) {
        return STARTS[skewed(random, STARTS.length)] + MIDDLES[skewed(random, middles)] + ENDS[skewed(random, ends)];
    }

    private static int skewed(SplittableRandom random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 1.4));
    }

    private static LocalDate born(SplittableRandom random) {
        int age = 12 + (int) (58 * Math.pow(random.nextDouble(), 1.3));
        boolean stopgap = random.nextDouble() < 0.01;
        int day = random.nextInt(365);
        return LocalDate.of(2026 - age, 1, 1).plusDays(stopgap ? 0 : day);
    }

    private static String address(SplittableRandom random) {
        return (1 + random.nextInt(180)) + " " + STREETS[random.nextInt(STREETS.length)] + "\n"
                + (char) ('A' + random.nextInt(8)) + (char) ('A' + random.nextInt(8)) + (1 + random.nextInt(30)) + " "
                + random.nextInt(10) + (char) ('A' + random.nextInt(2)) + (char) ('D' + random.nextInt(5));
    }

    private static String pnc(SplittableRandom random) {
        String body = (1970 + random.nextInt(56)) + "/" + String.format("%07d", random.nextInt(10_000_000));
        return body + new PncId(body + "A").expectedCheckLetter();
    }

    private static String cro(SplittableRandom random) {
        String body = String.format("%06d", random.nextInt(1_000_000)) + "/" + (70 + random.nextInt(30));
        return body + new CroNumber(body + "A").expectedCheckLetter();
    }

    /** Chance of its own for each number and purpose. */
    SplittableRandom random(int number, int purpose) {
        return new SplittableRandom(seed * 1_000_003L + number * 31L + purpose * 0x9E3779B97F4A7C15L);
    }

    /** Draws listed names as often as they are borne, and nothing for the rest. */
    private static final class Names {
        private final List<String> names = new ArrayList<>();
        private final double[] upTo;

        Names(Map<String, Double> shares) {
            upTo = new double[shares.size()];
            double sum = 0;
            for (Map.Entry<String, Double> share : shares.entrySet()) {
                sum += share.getValue();
                upTo[names.size()] = sum;
                names.add(share.getKey());
            }
        }

        Optional<String> next(SplittableRandom random) {
            int at = java.util.Arrays.binarySearch(upTo, random.nextDouble());
            int place = at < 0 ? -at - 1 : at;
            return place < names.size() ? Optional.of(names.get(place)) : Optional.empty();
        }
    }
}
