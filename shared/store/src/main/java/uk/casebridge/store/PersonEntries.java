package uk.casebridge.store;

import java.time.Instant;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.store.People.PersonEntry;

/** What the adapters write into a person's history. */
public final class PersonEntries {

    private PersonEntries() {}

    /** The same as in the paper's timeline, with the paper named. */
    public static PersonEntry of(AuditEntry entry) {
        return new PersonEntry(entry.at(), entry.who(), entry.what(), entry.detail() + " Paper " + entry.paper() + ".");
    }

    /** That a later version of a record said more. */
    public static PersonEntry learned(Identification found, Instant at) {
        return new PersonEntry(
                at, "extract", "learned", "A later version of " + found.record() + " says more of this person.");
    }
}
