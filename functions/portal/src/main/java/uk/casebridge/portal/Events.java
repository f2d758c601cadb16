package uk.casebridge.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.AuditEntry;

/** The words of the timeline as clerks read them. */
final class Events {

    static final String AWAITED = "awaited";
    static final String OPENED = "opened";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry(AWAITED, "Upload begun"),
            Map.entry(OPENED, "Document opened"),
            Map.entry("fetched", "Document fetched"),
            Map.entry("acknowledged", "Change acknowledged"),
            Map.entry("deleted", "Deletion confirmed"),
            Map.entry("unconfirmed", "Not confirmed in time"),
            Map.entry("withdraw", "Paper withdrawn"),
            Map.entry("recall", "Paper recalled"),
            Map.entry("unsent", "Not sent any more"),
            Map.entry("unread", "Dropped unread"),
            Map.entry("taken-back", "Record taken back"),
            Map.entry("withdrawn", "Withdrawal done"),
            Map.entry("recalled", "Recall sent"),
            Map.entry("actioned", "Acted on"),
            Map.entry("rejected", "Sent back"),
            Map.entry("placed", "Place given"),
            Map.entry("retry", "Started again"),
            Map.entry("reading", "Reading begun"),
            Map.entry("closed", "All records written"),
            Map.entry("taken-apart", "Taken apart into its papers"),
            Map.entry("reading-corrected", "Reading corrected"),
            Map.entry("reading-confirmed", "Reading confirmed"),
            Map.entry("finding-accepted", "Finding accepted"),
            Map.entry("kind-chosen", "Kind chosen"),
            Map.entry("paper-is-wrong", "Sent back to the court"),
            Map.entry("order-chosen", "Order chosen"),
            Map.entry("confirmed", "Change of money confirmed"),
            Map.entry("passed", "Record unchanged"),
            Map.entry("person-new", "Person we did not know"),
            Map.entry("person-linked", "Person we know"),
            Map.entry("person-asked", "Who is this?"),
            Map.entry("person-untold", "Person not told"),
            Map.entry("person-shown", "People shown"),
            Map.entry("person-answered", "Who it is was said"),
            Map.entry("person-corrected", "Who it is was corrected"),
            Map.entry("no-pictures", "No pictures of the pages"),
            Map.entry("review", "Put aside for a person"));

    /** What only the agency does that a delivery is for. */
    private static final Set<String> OF_THE_AGENCY =
            Set.of("fetched", "received", "acknowledged", "deleted", "unread", "actioned", "rejected");

    /** The rooms that work by themselves; a clerk need not know one from the other. */
    private static final Set<String> ROOMS = Set.of("extract", "picture", "relay", "sweep");

    private Events() {}

    /**
     * Who did it: a person by the user name, an agency by its title, our own rooms by the service's name.
     *
     * @param recipient whose delivery the entry is about, if about one
     */
    static String who(AuditEntry entry, Optional<Recipient> recipient) {
        String who = entry.who();
        if (OF_THE_AGENCY.contains(entry.what()) && recipient.isPresent()) {
            return recipient.get().title();
        }
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
