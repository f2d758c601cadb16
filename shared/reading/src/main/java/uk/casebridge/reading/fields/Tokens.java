package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words as they are compared: lower case, plain quotes and hyphens, without the marks that close a label. */
final class Tokens {

    private Tokens() {}

    static String of(String word) {
        String plain = word.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('\u2013', '-');
        int end = plain.length();
        while (end > 0 && ":*?.,;".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        return plain.substring(0, end);
    }

    static List<String> all(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            String token = of(word);
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    static boolean endsLabel(String word) {
        return word.endsWith(":");
    }

    /** Whether two tokens are the same but for one character that a picture may have blurred. */
    static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (Math.abs(one.length() - other.length()) > 1 || Math.min(one.length(), other.length()) < 4) {
            return false;
        }
        int start = 0;
        while (start < one.length() && start < other.length() && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < one.length() - start
                && end < other.length() - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return one.length() - start - end <= 1 && other.length() - start - end <= 1;
    }
}
