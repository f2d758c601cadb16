package uk.casebridge.domain.person;

/** In which respect a record is compared with a person. */
public enum Aspect {
    FAMILY_NAME("Family name"),
    GIVEN_NAME("First given name"),
    OTHER_NAMES("Other given names"),
    DATE_OF_BIRTH("Date of birth"),
    ADDRESS("Address"),
    PNC("PNC number"),
    CRO("CRO number"),
    PRISON("Prison number"),
    ULN("Unique learner number"),
    ASN("Arrest summons number"),
    CASE("Case");

    private final String title;

    Aspect(String title) {
        this.title = title;
    }

    /** What a clerk reads at the head of its line. */
    public String title() {
        return title;
    }

    /** Whether it is a number that names a person, and so matches by itself. */
    public boolean namesAPerson() {
        return switch (this) {
            case PNC, CRO, PRISON, ULN -> true;
            case FAMILY_NAME, GIVEN_NAME, OTHER_NAMES, DATE_OF_BIRTH, ADDRESS, ASN, CASE -> false;
        };
    }

    static Aspect of(NumberType type) {
        return switch (type) {
            case PNC -> PNC;
            case CRO -> CRO;
            case PRISON -> PRISON;
            case ULN -> ULN;
            case ASN -> ASN;
        };
    }
}
