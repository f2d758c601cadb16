package uk.casebridge.portal.page;

/**
 * A short coloured word for a state; the colour only repeats what the word says.
 *
 * @param text the word
 * @param colour the Design System's colour: grey, green, red …
 */
public record Tag(String text, String colour) {

    public String classes() {
        return "govuk-tag govuk-tag--" + colour;
    }
}
