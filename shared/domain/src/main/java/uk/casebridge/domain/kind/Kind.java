package uk.casebridge.domain.kind;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PathPattern;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.recipient.Recipient;

/**
 * A kind of paper: everything Casebridge knows of it, in one place.
 *
 * @param id its stable id, lower case and hyphens
 * @param title what people call it
 * @param source where its content is laid down
 * @param unit what one record is about
 * @param key paths whose values together make two papers versions of the same thing
 * @param urgency how urgent a record with these fields is
 * @param clues how it is recognised
 * @param fields the fields it has
 * @param sections the headings that say what stands below them
 * @param rules what is checked before it leaves
 * @param entitlements who gets it and what of it
 * @param retention how long it is kept after the hearing
 */
public record Kind(
        String id,
        String title,
        String source,
        Unit unit,
        List<String> key,
        Function<Fields, Urgency> urgency,
        List<Clue> clues,
        List<FieldSpec> fields,
        List<Section> sections,
        List<Rule> rules,
        List<Entitlement> entitlements,
        Period retention) {

    /** The score from which a paper counts as recognised. */
    public static final double RECOGNISED = 0.6;

    public Kind {
        key = List.copyOf(key);
        clues = List.copyOf(clues);
        fields = List.copyOf(fields);
        sections = List.copyOf(sections);
        rules = List.copyOf(rules);
        entitlements = List.copyOf(entitlements);
    }

    /** What a recipient is entitled to; empty if it does not get this kind. */
    public Optional<Entitlement> entitlementOf(Recipient recipient) {
        return entitlements.stream()
                .filter(entitlement -> entitlement.recipient() == recipient)
                .findFirst();
    }

    public Optional<FieldSpec> field(String path) {
        return fields.stream()
                .filter(spec -> PathPattern.of(spec.path()).fits(path))
                .findFirst();
    }

    public static Builder named(String id, String title) {
        return new Builder(id, title);
    }

    /** Puts a kind together; every part but clues, headings, rules and recipients must be given. */
    public static final class Builder {
        private final String id;
        private final String title;
        private String source = "";
        private Optional<Unit> unit = Optional.empty();
        private List<String> key = List.of();
        private Function<Fields, Urgency> urgency = fields -> Urgency.ORDINARY;
        private List<Clue> clues = List.of();
        private List<FieldSpec> fields = List.of();
        private List<Section> sections = List.of();
        private final List<Rule> rules = new ArrayList<>();
        private final List<Entitlement> entitlements = new ArrayList<>();
        private Optional<Period> retention = Optional.empty();

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public Builder laidDownIn(String source) {
            this.source = source;
            return this;
        }

        public Builder unit(Unit unit) {
            this.unit = Optional.of(unit);
            return this;
        }

        public Builder key(String... paths) {
            this.key = List.of(paths);
            return this;
        }

        public Builder urgent(Function<Fields, Urgency> urgency) {
            this.urgency = urgency;
            return this;
        }

        public Builder alwaysUrgent() {
            return urgent(fields -> Urgency.CUSTODY);
        }

        public Builder recognisedBy(Clue... clues) {
            this.clues = List.of(clues);
            return this;
        }

        public Builder fields(FieldSpec... fields) {
            return fields(List.of(fields));
        }

        /** The same for fields that several kinds share. */
        public Builder fields(List<FieldSpec> fields) {
            this.fields = List.copyOf(fields);
            return this;
        }

        public Builder sections(Section... sections) {
            this.sections = List.of(sections);
            return this;
        }

        public Builder rules(Rule... rules) {
            this.rules.addAll(List.of(rules));
            return this;
        }

        /** Sends the allowed fields and the document to a recipient, at the place its field or else the court says. */
        public Builder sendTo(Recipient recipient, Optional<String> placeField, String... allowed) {
            return entitled(recipient, placeField, true, allowed);
        }

        /** The same without the document, for those who may not see all that is on it. */
        public Builder sendFieldsTo(Recipient recipient, Optional<String> placeField, String... allowed) {
            return entitled(recipient, placeField, false, allowed);
        }

        private Builder entitled(
                Recipient recipient, Optional<String> placeField, boolean document, String... allowed) {
            entitlements.add(new Entitlement(
                    recipient, Arrays.stream(allowed).map(PathPattern::of).toList(), placeField, document));
            return this;
        }

        public Builder keptFor(Period retention) {
            this.retention = Optional.of(retention);
            return this;
        }

        public Kind build() {
            if (key.isEmpty() || fields.isEmpty()) {
                throw new IllegalStateException("The kind " + id + " needs a key and fields");
            }
            return new Kind(
                    id,
                    title,
                    source,
                    unit.orElseThrow(() -> new IllegalStateException("The kind " + id + " needs a unit")),
                    key,
                    urgency,
                    clues,
                    fields,
                    sections,
                    rules,
                    entitlements,
                    retention.orElseThrow(() -> new IllegalStateException("The kind " + id + " needs a retention")));
        }
    }
}
