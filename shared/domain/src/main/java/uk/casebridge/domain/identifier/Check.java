package uk.casebridge.domain.identifier;

import java.util.Optional;
import java.util.function.Function;

/**
 * What checking an identifier as it stands on a paper gave. A wrong check character is flagged and never a reason to
 * reject, since papers in the wild carry many; a wrong shape means it is not that identifier at all.
 *
 * @param <T> the identifier
 */
public sealed interface Check<T> {

    /**
     * The identifier holds.
     *
     * @param identifier the identifier in its canonical form
     */
    record Valid<T>(T identifier) implements Check<T> {}

    /**
     * Its shape is right and its check character is not: most likely a digit or the character was mistyped.
     *
     * @param identifier the identifier in its canonical form, with the character as it stands
     * @param expected the check character that its digits ask for
     */
    record WrongCheckCharacter<T>(T identifier, char expected) implements Check<T> {}

    /**
     * It is not such an identifier.
     *
     * @param reason what is the matter with it, as the end of a sentence; holds no part of the identifier
     */
    record WrongShape<T>(String reason) implements Check<T> {}

    /** The identifier, with a wrong check character too; empty where the shape is wrong. */
    default Optional<T> found() {
        return switch (this) {
            case Valid<T>(T identifier) -> Optional.of(identifier);
            case WrongCheckCharacter<T>(T identifier, char ignored) -> Optional.of(identifier);
            case WrongShape<T> ignored -> Optional.empty();
        };
    }

    default boolean isValid() {
        return this instanceof Valid<T>;
    }

    /** The same outcome for something made from the identifier. */
    default <R> Check<R> map(Function<T, R> change) {
        return switch (this) {
            case Valid<T>(T identifier) -> new Valid<>(change.apply(identifier));
            case WrongCheckCharacter<T>(T identifier, char expected) ->
                new WrongCheckCharacter<>(change.apply(identifier), expected);
            case WrongShape<T>(String reason) -> new WrongShape<>(reason);
        };
    }

    static <T> Check<T> wrongShape(String reason) {
        return new WrongShape<>(reason);
    }

    /** Valid, or wrong in its check character. */
    static <T> Check<T> byCharacter(T identifier, char found, char expected) {
        return found == expected ? new Valid<>(identifier) : new WrongCheckCharacter<>(identifier, expected);
    }
}
