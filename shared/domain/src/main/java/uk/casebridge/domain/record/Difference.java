package uk.casebridge.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

/** What differs between the fields of two versions, field by field. */
public final class Difference {

    private Difference() {}

    /** The changes from one set of fields to another: changed and removed ones first, in the old order, then added ones. */
    public static List<Change> between(Fields before, Fields after) {
        List<Change> changes = new ArrayList<>();
        for (Field old : before.all()) {
            Optional<String> now = after.at(old.path()).map(Field::value);
            if (!now.equals(Optional.of(old.value()))) {
                changes.add(new Change(old.path(), Optional.of(old.value()), now));
            }
        }
        for (Field added : after.all()) {
            if (before.at(added.path()).isEmpty()) {
                changes.add(new Change(added.path(), Optional.empty(), Optional.of(added.value())));
            }
        }
        return List.copyOf(changes);
    }
}
