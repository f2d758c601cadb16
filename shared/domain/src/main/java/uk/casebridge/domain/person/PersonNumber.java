package uk.casebridge.domain.person;

/**
 * A number by which a person is known.
 *
 * @param value in the canonical form of its identifier
 */
public record PersonNumber(NumberType type, String value) {

    @Override
    public String toString() {
        // The number is personal and must not reach a log by way of a message.
        return "PersonNumber[" + type + "]";
    }
}
