package uk.casebridge.domain.person;

import java.util.List;

/**
 * How a record compares with one person.
 *
 * @param lines one per respect in which both say something
 */
public record Comparison(PersonId person, List<Weighed> lines) {

    public Comparison {
        lines = List.copyOf(lines);
    }

    /** The weight of all lines together, in bits. */
    public double total() {
        return lines.stream().mapToDouble(Weighed::bits).sum();
    }

    public Agreement in(Aspect aspect) {
        return lines.stream()
                .filter(line -> line.aspect() == aspect)
                .map(Weighed::agreement)
                .findFirst()
                .orElse(Agreement.NOT_TOLD);
    }

    /** Whether a number that names a person is the same. */
    public boolean hasNumber() {
        return hasNumber(Agreement.AGREES);
    }

    /** Whether both have a number of one sort and not the same. */
    public boolean hasOtherNumber() {
        return hasNumber(Agreement.CLASHES);
    }

    private boolean hasNumber(Agreement agreement) {
        return lines.stream().anyMatch(line -> line.aspect().namesAPerson() && line.agreement() == agreement);
    }
}
