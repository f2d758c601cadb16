package uk.casebridge.operator.standing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.casebridge.domain.identifier.OffenceCode;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingList;

/** What a row of a list must be, and how it becomes the cells that are kept. */
@FunctionalInterface
interface RowCheck {

    /** A row from the values of a published object. */
    Outcome row(Map<String, String> values);

    /** What came of a published object. */
    sealed interface Outcome {
        record Row(List<String> cells) implements Outcome {}

        /** @param what is wrong, in a sentence */
        record Wrong(String what) implements Outcome {}

        /** A row that the publisher keeps in the same file and that is about something else. */
        record NotOfTheList() implements Outcome {}
    }

    /** No text of a published list is longer by far. */
    int LONGEST_CELL = 10_000;

    Pattern RESULT_CODE = Pattern.compile("[1-9][0-9]{3}");

    static RowCheck of(StandingList list) {
        return switch (list) {
            case OFFENCES -> columns(list, code -> OffenceCode.check(code).isValid());
            case RESULTS -> columns(list, code -> RESULT_CODE.matcher(code).matches());
            case BANK_HOLIDAYS -> columns(list, RowCheck::isDate);
            case COURTS -> RowCheck::court;
            // One published verdict, a caution, has no code of its own.
            case VERDICTS -> columns(list, code -> true);
            case DURATION_UNITS,
                    GENDERS,
                    TRIAL_REASONS,
                    OFFENCE_CATEGORIES,
                    PLEAS,
                    REMAND_STATUSES,
                    RESULT_CLASSES,
                    HEARING_TYPES,
                    EXCEPTIONS,
                    TRIGGERS -> columns(list, code -> !code.isBlank());
        };
    }

    private static RowCheck columns(StandingList list, Function<String, Boolean> isCode) {
        String codeName = list.columns().getFirst();
        String titleName = list.columns().get(1);
        return values -> {
            String code = values.getOrDefault(codeName, "");
            if (!values.containsKey(codeName)) {
                return new Outcome.Wrong("The row has no " + codeName + ".");
            }
            if (!isCode.apply(code)) {
                return new Outcome.Wrong("“" + shown(code) + "” is not a " + codeName + " of this list.");
            }
            if (values.getOrDefault(titleName, "").isEmpty()) {
                return new Outcome.Wrong("The row of " + shown(code) + " has no " + titleName + ".");
            }
            return whole(list.columns().stream()
                    .map(column -> values.getOrDefault(column, ""))
                    .toList());
        };
    }

    /** A court by its four parts, named as papers name it: the kind of court before what stands in brackets. */
    private static Outcome court(Map<String, String> values) {
        String top = values.getOrDefault("topLevelCode", "");
        if (!values.containsKey("topLevelCode")) {
            return new Outcome.Wrong("The row has no topLevelCode.");
        }
        if (!top.equals("B") && !top.equals("C")) {
            return new Outcome.NotOfTheList();
        }
        String code = top
                + values.getOrDefault("secondLevelCode", "")
                + values.getOrDefault("thirdLevelCode", "")
                + values.getOrDefault("bottomLevelCode", "");
        if (!CourtCode.check(code).isValid()) {
            return new Outcome.Wrong("“" + shown(code) + "” is not the code of a court.");
        }
        String house = values.getOrDefault("thirdLevelName", "");
        String area = values.getOrDefault("secondLevelName", "");
        boolean wholeArea = values.getOrDefault("thirdLevelCode", "").equals("00");
        if (house.isEmpty() && !wholeArea) {
            return new Outcome.Wrong("The row of " + code + " has no thirdLevelName.");
        }
        String name = house.isEmpty()
                ? (area.isEmpty() ? values.getOrDefault("topLevelName", code) : area)
                : courtName(house, top.equals("C"));
        return whole(List.of(code, name, area, values.getOrDefault("thirdLevelPsaCode", "")));
    }

    private static String courtName(String house, boolean crown) {
        int bracket = house.indexOf('(');
        String place = bracket < 0 ? house : house.substring(0, bracket).strip();
        String rest = bracket < 0 ? "" : " " + house.substring(bracket);
        return place.contains("Court") ? house : place + (crown ? " Crown Court" : " Magistrates' Court") + rest;
    }

    private static Outcome whole(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)
                ? new Outcome.Wrong("The row of " + shown(cells.getFirst()) + " holds a text of more than "
                        + LONGEST_CELL + " characters.")
                : new Outcome.Row(cells);
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 1970;
        } catch (DateTimeParseException e) {
            // Not a date is the answer.
            return false;
        }
    }

    private static String shown(String code) {
        return code.length() > 40 ? code.substring(0, 40) + "…" : code;
    }
}
