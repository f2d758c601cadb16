package uk.casebridge.domain.person;

/**
 * The American Soundex code of a name, as the United States National Archives publish it: the first letter and three
 * digits. H and W do not part letters of the same digit; vowels do.
 */
final class Soundex {

    private static final int LENGTH = 4;

    private Soundex() {}

    /**
     * The code of a name in capitals without accents; the empty text for a name without such letters.
     *
     * @param name other characters than A to Z do not count
     */
    static String of(String name) {
        StringBuilder code = new StringBuilder(LENGTH);
        char last = '0';
        for (int i = 0; i < name.length() && code.length() < LENGTH; i++) {
            char letter = name.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                continue;
            }
            char digit = digitOf(letter);
            if (code.isEmpty()) {
                code.append(letter);
            } else if (digit > '0' && digit != last) {
                code.append(digit);
            }
            if (digit != '-') {
                last = digit;
            }
        }
        return code.isEmpty() ? "" : (code + "000").substring(0, LENGTH);
    }

    private static char digitOf(char letter) {
        return switch (letter) {
            case 'B', 'F', 'P', 'V' -> '1';
            case 'C', 'G', 'J', 'K', 'Q', 'S', 'X', 'Z' -> '2';
            case 'D', 'T' -> '3';
            case 'L' -> '4';
            case 'M', 'N' -> '5';
            case 'R' -> '6';
            case 'H', 'W' -> '-';
            default -> '0';
        };
    }
}
