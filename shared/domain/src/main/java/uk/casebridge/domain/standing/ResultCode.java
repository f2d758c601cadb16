package uk.casebridge.domain.standing;

import java.util.Optional;

/**
 * A result that a court can give, as the CJS list names it.
 *
 * @param code four digits
 * @param title what it is called
 * @param category what it does to a case; empty where the list does not say
 */
public record ResultCode(String code, String title, Optional<Category> category) {

    /** What a result does to a case. */
    public enum Category {
        /** Goes with another result, as costs do. */
        ANCILLARY,
        /** The case goes on. */
        INTERMEDIARY,
        /** The case, or this offence of it, is at its end. */
        FINAL;

        /**
         * The category of a letter as lists print it; empty for any other, such as the P of the published list, of which
         * no meaning is published.
         */
        static Optional<Category> of(String letter) {
            return switch (letter) {
                case "A" -> Optional.of(ANCILLARY);
                case "I" -> Optional.of(INTERMEDIARY);
                case "F" -> Optional.of(FINAL);
                default -> Optional.empty();
            };
        }
    }
}
