package uk.casebridge.domain.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

/**
 * What differs between the fields of two versions, field by field. A member of a list is the same one wherever it
 * stands: a list in another order has not changed, and one that lost its first member has lost one.
 */
public final class Difference {

    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    /** The changes from one set of fields to another: changed and removed ones first, in the old order, then added ones. */
    public static List<Change> between(Fields before, Fields after) {
        Difference difference = new Difference();
        difference.compare(new Places("", ""), Branch.of(before), Branch.of(after));
        return difference.inOrder(before, after);
    }

    /**
     * How many things changed, as people count: a member of a list that was removed or added whole is one, and each
     * passage of a longer text is one.
     */
    public static int count(List<Change> changes) {
        Set<String> members = new HashSet<>();
        int count = 0;
        for (Change change : changes) {
            if (change.member().isEmpty()) {
                count += change.passages().size();
            } else if (members.add(change.member().get() + change.isRemoval())) {
                count++;
            }
        }
        return count;
    }

    /** Where something stands in the older and in the newer version. */
    private record Places(String before, String after) {
        Places child(String name) {
            return new Places(join(before, name), join(after, name));
        }

        Places member(int old, int now) {
            return new Places(before + "[" + old + "]", after + "[" + now + "]");
        }

        private static String join(String path, String name) {
            return path.isEmpty() ? name : path + "." + name;
        }

        Optional<String> movedFrom() {
            return before.equals(after) ? Optional.empty() : Optional.of(before);
        }
    }

    private void compare(Places places, Branch before, Branch after) {
        if (!before.value().equals(after.value())) {
            changes.add(new Change(
                    places.after(),
                    places.movedFrom(),
                    Optional.empty(),
                    Optional.empty(),
                    before.value(),
                    after.value()));
        }
        Set<String> names = new LinkedHashSet<>(before.children().keySet());
        names.addAll(after.children().keySet());
        for (String name : names) {
            compare(places.child(name), before.child(name), after.child(name));
        }
        Pairing pairing = Pairing.of(before.members(), after.members());
        pairing.pairs().forEach((old, now) -> compare(places.member(old, now), before.member(old), after.member(now)));
        for (int old : pairing.removed()) {
            removed(places.before() + "[" + old + "]", before.member(old));
        }
        for (int now : pairing.added()) {
            added(places.member(now, now), after.member(now));
        }
    }

    private void removed(String member, Branch branch) {
        branch.leaves(member)
                .forEach((path, value) -> changes.add(new Change(
                        path,
                        Optional.empty(),
                        Optional.of(member),
                        Optional.empty(),
                        Optional.of(value),
                        Optional.empty())));
    }

    private void added(Places member, Branch branch) {
        branch.leaves("")
                .forEach((below, value) -> changes.add(new Change(
                        member.after() + below,
                        member.movedFrom().map(from -> from + below),
                        Optional.of(member.after()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(value))));
    }

    private List<Change> inOrder(Fields before, Fields after) {
        Map<String, Integer> old = positions(before);
        Map<String, Integer> now = positions(after);
        return changes.stream()
                .sorted(Comparator.comparing((Change change) -> change.before().isEmpty())
                        .thenComparing(change -> change.before().isPresent()
                                ? old.getOrDefault(change.movedFrom().orElse(change.path()), 0)
                                : now.getOrDefault(change.path(), 0)))
                .toList();
    }

    private static Map<String, Integer> positions(Fields fields) {
        Map<String, Integer> positions = new HashMap<>();
        for (Field field : fields.all()) {
            positions.put(field.path(), positions.size());
        }
        return positions;
    }
}
