package uk.casebridge.domain.standing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A published list that can be imported. What a row of it is made of follows the names that the publisher gives its
 * columns; the first is the code.
 */
public enum StandingList {
    OFFENCES(
            "cjs-offences", "CJS offence codes", true, "cjsCode", "offenceTitle", "offenceCategory", "recordableOnPnc"),
    COURTS("organisation-unit-courts", "Courts", true, "code", "name", "secondLevelName", "thirdLevelPsaCode"),
    RESULTS(
            "result-code",
            "CJS result codes",
            true,
            "cjsCode",
            "description",
            "type",
            "resultCodeQualifiers",
            "resultHalfLifeHours",
            "recordableOnPnc"),
    /** As GOV.UK publishes them, of which those of England and Wales are taken. */
    BANK_HOLIDAYS("bank-holidays", "Bank holidays in England and Wales", true, "date", "title", "notes"),
    DURATION_UNITS("duration-unit", "Units of time", false, "cjsCode", "description", "spiCode"),
    GENDERS("gender", "Genders", false, "cjsCode", "description", "spiCode"),
    TRIAL_REASONS("mode-of-trial-reason", "Reasons for the mode of trial", false, "cjsCode", "description", "spiCode"),
    OFFENCE_CATEGORIES("offence-category", "Categories of offence", true, "cjsCode", "description"),
    PLEAS("plea-status", "Pleas", false, "cjsCode", "description", "spiCode"),
    REMAND_STATUSES("remand-status", "Remand statuses", false, "cjsCode", "description", "spiCode"),
    RESULT_CLASSES("result-class", "Classes of result", true, "cjsCode", "description"),
    HEARING_TYPES("type-of-hearing", "Types of hearing", true, "cjsCode", "description"),
    VERDICTS("verdict", "Verdicts", false, "cjsCode", "description", "spiCode"),
    EXCEPTIONS(
            "exception-definitions",
            "Exceptions of the court results service",
            true,
            "code",
            "shortDescription",
            "description",
            "cause",
            "correctingThisError",
            "avoidingThisError"),
    TRIGGERS(
            "trigger-definitions",
            "Triggers of the court results service",
            true,
            "code",
            "shortDescription",
            "description");

    private final String id;
    private final String title;
    private final boolean codeIsUnique;
    private final List<String> columns;

    StandingList(String id, String title, boolean codeIsUnique, String... columns) {
        this.id = id;
        this.title = title;
        this.codeIsUnique = codeIsUnique;
        this.columns = List.of(columns);
    }

    /** Its stable id: the name of the published file, without its ending. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Whether a code may stand in it once only; the small lists repeat a code for each code of the messages. */
    public boolean codeIsUnique() {
        return codeIsUnique;
    }

    /** The columns of a row as the publisher names them, the code first. */
    public List<String> columns() {
        return columns;
    }

    public static Optional<StandingList> withId(String id) {
        return Arrays.stream(values()).filter(list -> list.id.equals(id)).findFirst();
    }
}
