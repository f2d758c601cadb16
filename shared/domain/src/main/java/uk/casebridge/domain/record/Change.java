package uk.casebridge.domain.record;

import java.util.List;
import java.util.Optional;

/**
 * One difference between two versions of a record. Members of lists are told apart by what they say, not by where they
 * stand, so a change names both places where they differ.
 *
 * @param path the field, as it stands in the newer version; of a member that was removed, as it stood in the older one
 * @param movedFrom where the field stood, or would have stood, in the older version; empty if it is at the same place
 * @param member the member of a list that was removed or added whole, such as {@code offences[2]}, of which this field
 *     is a part; empty if the field alone changed
 * @param passage the words that lead to the passage of a longer text that changed; empty if the whole value is meant
 * @param before its value before; empty if it was added
 * @param after its value after; empty if it was removed
 */
public record Change(
        String path,
        Optional<String> movedFrom,
        Optional<String> member,
        Optional<String> passage,
        Optional<String> before,
        Optional<String> after) {

    public Change {
        if (before.equals(after)) {
            throw new IllegalArgumentException("Nothing changed at " + path);
        }
    }

    /** A change of a whole value at one place. */
    public Change(String path, Optional<String> before, Optional<String> after) {
        this(path, Optional.empty(), Optional.empty(), Optional.empty(), before, after);
    }

    /** Whether something that was there is gone: a field, a member of a list, or words of a text. */
    public boolean isRemoval() {
        return after.isEmpty();
    }

    /** This change passage by passage, where it is one of a longer text that stays mostly as it was; else itself. */
    public List<Change> passages() {
        return Passages.of(this);
    }

    Change within(String lead, Optional<String> was, Optional<String> is) {
        return new Change(path, movedFrom, member, Optional.of(lead), was, is);
    }
}
