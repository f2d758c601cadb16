package uk.casebridge.reading.fields;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.kind.Parser;

/**
 * Puts right what recognition of print mixes up where the form of a field leaves no doubt: a zero for the letter O, a
 * small L for a capital I. Only for words taken from a picture.
 */
final class Lookalikes {

    /** A letter, two digits, two letters, two digits, such as B01BH00. */
    private static final String COURT_CODE = "A99AA99";

    private static final List<String> OFFENCE_CODES = List.of("AA99999", "AAAA999", "AA99999A");

    private static final String PRISON_NUMBER = "A9999AA";

    /** A letter and what it may be taken for, then the year and four digits. */
    private static final Pattern CROWN_CASE = Pattern.compile("([TSAU17Il|5$]|17)([12][09O][0-9OQDIlS]{6})");

    private static final Pattern ACCOUNT = Pattern.compile("([0-9OQDIlS]{8})([A-Z0-9)])");

    private static final String ZEROS = "OoQD";
    private static final String ZERO_OR_O = "0O";
    private static final String ONES = "Il|";

    private static final Pattern POSTCODE_WITH_O = Pattern.compile("\\b([A-Z]{1,2}\\d[A-Z\\d]?) O([A-Z]{2})\\b");

    /** No name begins with a small L before a small letter; it is a capital I. */
    private static final Pattern SMALL_L = Pattern.compile("(?<![\\p{L}'\u2019])l(?=\\p{Ll})");

    private static final Pattern STRAY_MARKS = Pattern.compile("^[\\[\\]|_{}~\u2014]+|[\\[\\]|_{}~\u2014]+$");

    private Lookalikes() {}

    static List<String> righted(Parser parser, List<String> lines) {
        return lines.stream().map(line -> righted(parser, line)).toList();
    }

    private static String righted(Parser parser, String text) {
        String line = STRAY_MARKS.matcher(text.strip()).replaceAll("").strip();
        return switch (parser) {
            case COURT_CODE -> like(List.of(COURT_CODE), line).orElse(line);
            case PRISON_NUMBER -> like(PRISON_NUMBER, line).orElse(line);
            case CROWN_CASE_NUMBER -> crownCase(line);
            case ACCOUNT_NUMBER -> account(line);
            case OFFENCE_CODE -> like(OFFENCE_CODES, line).orElse(line);
            // Its check letter says whether that was right.
            case ASN -> line.endsWith(")") ? line.substring(0, line.length() - 1) + "J" : line;
            case LINES, POSTCODE -> {
                Matcher matcher = POSTCODE_WITH_O.matcher(line);
                yield matcher.replaceAll("$1 0$2");
            }
            case NAME -> SMALL_L.matcher(line).replaceAll("I");
            default -> line;
        };
    }

    /** Its first letter is one of few: a T looks like 1, 7 or I, an S like 5 or $. */
    private static String crownCase(String line) {
        Matcher matcher = CROWN_CASE.matcher(line);
        if (!matcher.matches()) {
            return line;
        }
        String read = matcher.group(1);
        String letter = "SAU".contains(read) ? read : "5$".contains(read) ? "S" : "T";
        return like("A99999999", letter + matcher.group(2)).orElse(line);
    }

    /** Its check letter says whether that was right. */
    private static String account(String line) {
        Matcher matcher = ACCOUNT.matcher(line);
        if (!matcher.matches()) {
            return line;
        }
        String letter = matcher.group(2).equals(")") ? "J" : matcher.group(2);
        return like("99999999A", matcher.group(1) + letter).orElse(line);
    }

    /** A text that has one of the forms, or would if a zero that was read as two characters were one. */
    private static Optional<String> like(List<String> forms, String text) {
        Optional<String> asLong =
                forms.stream().flatMap(form -> like(form, text).stream()).findFirst();
        if (asLong.isPresent()) {
            return asLong;
        }
        Set<String> shorter = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (ZERO_OR_O.indexOf(text.charAt(i)) >= 0 && besideAnother(text, i)) {
                String without = text.substring(0, i) + text.substring(i + 1);
                forms.forEach(form -> like(form, without).ifPresent(shorter::add));
            }
        }
        return shorter.size() == 1 ? shorter.stream().findFirst() : Optional.empty();
    }

    private static boolean besideAnother(String text, int i) {
        return i > 0 && ZERO_OR_O.indexOf(text.charAt(i - 1)) >= 0
                || i + 1 < text.length() && ZERO_OR_O.indexOf(text.charAt(i + 1)) >= 0;
    }

    /** A text with its look-alikes exchanged so that it has a form, if it can have it. */
    private static Optional<String> like(String form, String text) {
        if (text.length() != form.length()) {
            return Optional.empty();
        }
        StringBuilder righted = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            boolean digit = form.charAt(i) == '9';
            if (digit == Character.isDigit(c)) {
                righted.append(c);
            } else if (digit && ZEROS.indexOf(c) >= 0 || !digit && c == '0') {
                righted.append(digit ? '0' : 'O');
            } else if (digit && ONES.indexOf(c) >= 0 || !digit && c == '1') {
                righted.append(digit ? '1' : 'I');
            } else if (digit && c == 'S' || !digit && c == '5') {
                righted.append(digit ? '5' : 'S');
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(righted.toString());
    }
}
