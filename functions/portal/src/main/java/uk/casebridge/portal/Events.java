package uk.casebridge.portal;

import java.util.Locale;
import java.util.Map;

/** The words of the timeline as clerks read them. */
final class Events {

    static final String AWAITED = "awaited";
    static final String OPENED = "opened";

    private static final Map<String, String> TITLES = Map.of(
            AWAITED,
            "Upload begun",
            OPENED,
            "Document opened",
            "fetched",
            "Document fetched",
            "reading",
            "Reading begun",
            "review",
            "Put aside for a person");

    private Events() {}

    /** A word this page does not know is shown as it is, with a capital. */
    static String title(String what) {
        String known = TITLES.get(what);
        if (known != null) {
            return known;
        }
        String words = what.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
