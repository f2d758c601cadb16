package uk.casebridge.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.casebridge.domain.recipient.Recipient;

/** The words of the timeline as clerks read them. */
final class Events {

    static final String AWAITED = "awaited";
    static final String OPENED = "opened";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry(AWAITED, "Upload begun"),
            Map.entry(OPENED, "Document opened"),
            Map.entry("fetched", "Document fetched"),
            Map.entry("reading", "Reading begun"),
            Map.entry("closed", "All records written"),
            Map.entry("passed", "Record unchanged"),
            Map.entry("no-pictures", "No pictures of the pages"),
            Map.entry("review", "Put aside for a person"));

    /** The rooms that work by themselves; a clerk need not know one from the other. */
    private static final Set<String> ROOMS = Set.of("extract", "picture", "relay", "sweep");

    private Events() {}

    /** Who did it: a person by the user name, an agency by its title, our own rooms by the service's name. */
    static String who(String who) {
        return ROOMS.contains(who)
                ? "Casebridge"
                : Recipient.withId(who).map(Recipient::title).orElse(who);
    }

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
