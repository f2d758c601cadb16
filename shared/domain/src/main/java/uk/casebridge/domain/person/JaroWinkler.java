package uk.casebridge.domain.person;

/**
 * How like two texts are, by Jaro's measure with Winkler's rise for a common beginning (at most four characters, a tenth
 * each), from 0 to 1.
 */
final class JaroWinkler {

    private static final double RISE = 0.1;
    private static final int LONGEST_BEGINNING = 4;

    private JaroWinkler() {}

    static double similarity(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        double jaro = jaro(one, other);
        int beginning = 0;
        int most = Math.min(LONGEST_BEGINNING, Math.min(one.length(), other.length()));
        while (beginning < most && one.charAt(beginning) == other.charAt(beginning)) {
            beginning++;
        }
        return jaro + beginning * RISE * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] takenInOne = new boolean[one.length()];
        boolean[] takenInOther = new boolean[other.length()];
        int common = 0;
        for (int i = 0; i < one.length(); i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(other.length() - 1, i + reach);
            for (int j = from; j <= to; j++) {
                if (!takenInOther[j] && one.charAt(i) == other.charAt(j)) {
                    takenInOne[i] = true;
                    takenInOther[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        double turned = turned(one, takenInOne, other, takenInOther) / 2.0;
        return ((double) common / one.length() + (double) common / other.length() + (common - turned) / common) / 3;
    }

    private static int turned(String one, boolean[] takenInOne, String other, boolean[] takenInOther) {
        int turned = 0;
        int j = 0;
        for (int i = 0; i < one.length(); i++) {
            if (takenInOne[i]) {
                while (!takenInOther[j]) {
                    j++;
                }
                if (one.charAt(i) != other.charAt(j)) {
                    turned++;
                }
                j++;
            }
        }
        return turned;
    }
}
