package uk.casebridge.reading.messages;

import java.util.Map;

/**
 * What the codes of SPI mean, as the published lists say: plea-status, verdict, mode-of-trial-reason, remand-status,
 * duration-unit and gender of the court results standing data (ministryofjustice/bichard7-next-data, commit 6b2cf0a4,
 * MIT). A code that they do not hold stays as it stands.
 */
final class SpiCodes {

    private static final Map<String, String> PLEAS = Map.of(
            "1", "Guilty",
            "2", "Not guilty",
            "3", "No plea",
            "4", "Consents",
            "5", "Opposed",
            "6", "Guilty",
            "7", "Admits",
            "8", "Denies");

    private static final Map<String, String> VERDICTS = Map.of(
            "A", "Guilty of alternative offence",
            "C", "Caution",
            "G", "Guilty",
            "N", "Not guilty",
            "O", "No conviction");

    private static final Map<String, String> MODES_OF_TRIAL = Map.of(
            "1", "Summary only",
            "2", "Indictable only",
            "3", "Defendant elects summary trial",
            "4", "Defendant elects trial by jury",
            "5", "Indictable only because of previous record",
            "6", "Under appropriate value",
            "7", "No mode of trial",
            "8", "No mode of trial",
            "9", "No mode of trial");

    private static final Map<String, String> REMANDS = Map.of(
            "A", "Not applicable",
            "B", "Conditional bail",
            "C", "Custody",
            "L", "Care",
            "P", "Custody",
            "S", "Secure care",
            "U", "Unconditional bail");

    private static final Map<String, String> UNITS = Map.of(
            "D", "days",
            "H", "hours",
            "L", "life",
            "M", "months",
            "S", "sessions",
            "W", "weeks",
            "Y", "years");

    private static final Map<String, String> GENDERS =
            Map.of("0", "Unknown", "1", "Male", "2", "Female", "9", "Not specified");

    private SpiCodes() {}

    static String plea(String code) {
        return PLEAS.getOrDefault(code, code);
    }

    static String verdict(String code) {
        return VERDICTS.getOrDefault(code, code);
    }

    /** The mode of trial, whose code comes with or without a leading nought. */
    static String modeOfTrial(String code) {
        return MODES_OF_TRIAL.getOrDefault(code.replaceFirst("^0+(?=.)", ""), code);
    }

    static String remand(String code) {
        return REMANDS.getOrDefault(code, code);
    }

    static String gender(String code) {
        return GENDERS.getOrDefault(code, code);
    }

    /** A duration in words: {@code 5 months}, or {@code life} where the unit says so whatever the number. */
    static String duration(String number, String unit) {
        return unit.equals("L") ? "life" : number + " " + UNITS.getOrDefault(unit, unit);
    }
}
