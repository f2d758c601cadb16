package uk.casebridge.domain.kind;

/**
 * A heading on a paper that says what stands below it, for labels that mean different things in different places. A
 * number after the heading, as in {@code Offence 2}, begins the next member of the list.
 *
 * @param heading its words, compared without case
 * @param prefix the beginning of the paths below it, such as {@code offences[*]}
 */
public record Section(String heading, String prefix) {

    public static Section headed(String heading, String prefix) {
        return new Section(heading, prefix);
    }
}
