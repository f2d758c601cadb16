package uk.casebridge.domain.kind;

import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PathPattern;
import uk.casebridge.domain.recipient.Recipient;

/**
 * What one recipient gets of one kind: an allow-list of fields, and how the place is found. Nothing that is not named
 * is ever sent.
 *
 * @param recipient who is entitled
 * @param allowed the fields it may have
 * @param placeField the field that says the place by code or name; empty if only the court's default does
 * @param document whether it may fetch the document itself
 */
public record Entitlement(
        Recipient recipient, List<PathPattern> allowed, Optional<String> placeField, boolean document) {

    public Entitlement {
        allowed = List.copyOf(allowed);
    }

    /** The fields of a record that the recipient may have, in the record's order. */
    public Fields of(Fields fields) {
        return Fields.of(fields.all().stream().filter(this::allows).toList());
    }

    public boolean allows(Field field) {
        return allowed.stream().anyMatch(pattern -> pattern.fits(field.path()));
    }
}
