package uk.casebridge.ops;

import uk.casebridge.domain.recipient.Recipient;

/** Whose queue a name on the command line means. */
final class QueueOwner {

    private QueueOwner() {}

    /** What the operator API calls the owner of a name: whatever is no recipient is taken for a room. */
    static String kindOf(String name) {
        return Recipient.withId(name).isPresent() ? "recipient" : "room";
    }
}
