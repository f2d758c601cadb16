package uk.casebridge.domain.person;

/**
 * What an agreement, a likeness or a clash is worth, after Fellegi and Sunter: how often it is seen in two papers of one
 * person (m) and in papers of two people (u). The figures are estimates, stated here once; {@code casebridge bench
 * identity} measures what they lead to.
 *
 * @param m from 0 to 1
 * @param u from 0 to 1
 */
record Odds(double m, double u) {

    /** People change their family name by marriage, and it is the hardest to spell. */
    static final double SAME_FAMILY = 0.93;

    static final Odds FAMILY_ALIKE = new Odds(0.04, 0.005);
    static final Odds FAMILY_CLASHES = new Odds(0.03, 0.98);

    static final double SAME_GIVEN = 0.93;
    static final Odds GIVEN_FORMS = new Odds(0.02, 0.002);
    static final Odds GIVEN_ALIKE = new Odds(0.04, 0.01);
    /** Where one paper has only the initial. */
    static final Odds GIVEN_INITIAL = new Odds(0.97, 0.08);

    static final Odds GIVEN_CLASHES = new Odds(0.01, 0.96);

    static final Odds OTHERS_AGREE = new Odds(0.9, 0.02);
    static final Odds OTHERS_CLASH = new Odds(0.1, 0.97);

    static final double SAME_DATE = 0.96;
    /** One day of some 55 years. */
    static final double ANY_DATE = 1.0 / 20_000;
    /** The day that stands for a day nobody knows. */
    static final double NEW_YEARS_DAY = 1.0 / 1_500;

    static final Odds DATE_TURNED = new Odds(0.01, 1.0 / 20_000);
    /** Some thirty other dates are one digit away. */
    static final Odds DATE_ONE_DIGIT = new Odds(0.02, 30.0 / 20_000);

    static final Odds DATE_CLASHES = new Odds(0.01, 1);

    /** People move; those who live together are often related, so it must never count for much. */
    static final Odds ADDRESS_AGREES = new Odds(0.55, 1e-4);

    static final Odds ADDRESS_ALIKE = new Odds(0.05, 1e-3);
    static final Odds ADDRESS_CLASHES = new Odds(0.4, 1);

    /** With a right check character, only a number of someone else agrees by mistake. */
    static final Odds NUMBER_AGREES = new Odds(0.95, 1e-6);
    /** Without a check character a slip may make another person's number. */
    static final Odds PRISON_NUMBER_AGREES = new Odds(0.95, 1e-5);
    /** People have several numbers, but not many people. */
    static final Odds NUMBER_CLASHES = new Odds(0.02, 1);

    static final Odds ASN_AGREES = new Odds(0.5, 1e-3);
    /** Those charged together share it. */
    static final Odds CASE_AGREES = new Odds(0.3, 5e-4);

    /** The weight in bits. */
    double bits() {
        return Math.log(m / u) / Math.log(2);
    }
}
