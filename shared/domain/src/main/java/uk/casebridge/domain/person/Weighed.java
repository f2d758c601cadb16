package uk.casebridge.domain.person;

/**
 * One line of the working: what one respect says for or against a person.
 *
 * @param bits its weight, the binary logarithm of how much likelier it is in papers of the same person than of two
 *     people; below nought it speaks against
 * @param words the same for people to read; holds no value that is personal
 */
public record Weighed(Aspect aspect, Agreement agreement, double bits, String words) {}
