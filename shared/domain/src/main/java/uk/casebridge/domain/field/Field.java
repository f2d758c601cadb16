package uk.casebridge.domain.field;

import java.util.Optional;

/**
 * One value of a record.
 *
 * @param path where it belongs in the record: names joined by dots, lists counted from 1, as in
 *     {@code offences[1].results[2].text}
 * @param value the value in its canonical form: dates as {@code 2026-08-14}, times as UTC instants, money as
 *     {@code 1234.50}, codes upper-cased and without separators, identifiers in the canonical form of their type
 *     ({@code 2012/0052494Q} for a PNC id)
 * @param raw the words as they stand on the paper, white space collapsed
 * @param confidence how sure the reading is, from 0 to 1
 * @param place where on the paper it was read; empty for a value that was worked out or came from a message
 */
public record Field(String path, String value, String raw, double confidence, Optional<PageBox> place) {

    public Field {
        if (path.isBlank()) {
            throw new IllegalArgumentException("A field needs a path");
        }
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("Confidence of " + path + " is not between 0 and 1: " + confidence);
        }
    }

    /** A field that stands on the paper. */
    public static Field read(String path, String value, String raw, double confidence, PageBox place) {
        return new Field(path, value, raw, confidence, Optional.of(place));
    }

    /** A field without a place: worked out from others, or from a structured message. */
    public static Field stated(String path, String value) {
        return new Field(path, value, value, 1.0, Optional.empty());
    }
}
