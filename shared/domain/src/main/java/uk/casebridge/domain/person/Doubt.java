package uk.casebridge.domain.person;

/** Why a record's person is a question for people. */
public enum Doubt {
    SEVERAL("More than one person we know fits."),
    NONE_CLEAR("Someone we know may be meant, but what the paper says is not enough to be sure."),
    NUMBER_OF_ANOTHER(
            "A number on the paper belongs to a person we know, but the name or the date of birth does not fit them."),
    NUMBERS_OF_TWO("The numbers on the paper belong to different people."),
    OTHER_NUMBER("Someone we know fits by name and date of birth, but has another number of the same sort.");

    private final String sentence;

    Doubt(String sentence) {
        this.sentence = sentence;
    }

    /** What a clerk reads. */
    public String sentence() {
        return sentence;
    }
}
