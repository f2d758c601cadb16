package uk.casebridge.reading.words;

import java.text.Normalizer;

/** The characters of words as all formats give them: composed, without what has no shape. */
final class Characters {

    private Characters() {}

    /** Ligatures taken apart, accents composed; soft hyphens, zero-width and control characters and white space gone. */
    static String plain(CharSequence text) {
        boolean simple = true;
        for (int i = 0; i < text.length() && simple; i++) {
            char c = text.charAt(i);
            simple = c > ' ' && c < 0x7f;
        }
        if (simple) {
            return text.toString();
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0xFB00 && c <= 0xFB06) {
                kept.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else if (!isShapeless(c)) {
                kept.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isShapeless(int c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0xAD
                || Character.getType(c) == Character.FORMAT;
    }

    /** Less where a font does not say what its shapes mean. */
    static double confidence(String word) {
        return word.codePoints()
                        .anyMatch(c -> c == 0xFFFD
                                || Character.getType(c) == Character.PRIVATE_USE
                                || Character.getType(c) == Character.UNASSIGNED)
                ? 0.3
                : 1.0;
    }
}
