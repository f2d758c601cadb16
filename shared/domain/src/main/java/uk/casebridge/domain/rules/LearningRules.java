package uk.casebridge.domain.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;

/** Rules on papers of prison education. */
public final class LearningRules {

    private static final int DAYS_TO_INDUCTION = 30;
    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_GRADE = 50;

    private static final Pattern LEVEL =
            Pattern.compile("entry level(?: [1-3])?|level [1-8]|pre-entry", Pattern.CASE_INSENSITIVE);

    private static final Texts LATE_TEXTS = new Texts(
            "INDUCTION-LATE",
            "The person was moved, unlocked late or staff were short, and the reason was not entered.",
            "Enter the reason if there is one; else note that it was late.",
            "Hold the induction within 30 days of reception.",
            "Careers contract: induction within 30 days of reception (interim rule, to be confirmed)");
    private static final Texts ORDER_TEXTS = new Texts(
            "INDUCTION-DATES",
            "The two dates were swapped, or one was mistyped.",
            "Look at the paper, and correct the reading or ask the prison.",
            "Copy the date of reception from the prison's record.",
            "Personal learning plan: induction follows reception");
    private static final Texts LEVEL_TEXTS = new Texts(
            "QUALIFICATION-LEVEL",
            "The level is worded in another way, or is of another country.",
            "Ask the prison's education provider for the level.",
            "Use Entry Level, Level 1 to Level 8.",
            "Personal learning plan: qualification levels");
    private static final Texts LENGTH_TEXTS = new Texts(
            "LEARNING-TEXT-LENGTH",
            "A note was written in the box.",
            "Shorten it to what it is called.",
            "Enter the name of the subject and the grade only.",
            "Personal learning plan: subject to 100 characters, grade to 50");

    /** Induction is held within thirty days of reception, unless a reason is given. */
    public static final Rule INDUCTION = (fields, context) -> {
        Optional<LocalDate> entered = fields.date("enteredOn");
        Optional<LocalDate> inducted = fields.date("inductedOn");
        if (entered.isEmpty() || inducted.isEmpty()) {
            return List.of();
        }
        if (inducted.get().isBefore(entered.get())) {
            return List.of(ORDER_TEXTS.error(
                    "The induction of %s is before the reception of %s."
                            .formatted(Texts.day(inducted.get()), Texts.day(entered.get())),
                    "inductedOn",
                    "enteredOn"));
        }
        LocalDate due = entered.get().plusDays(DAYS_TO_INDUCTION);
        return inducted.get().isAfter(due) && fields.value("exemption").isEmpty()
                ? List.of(LATE_TEXTS.warning(
                        "The induction was held on %s; it was due by %s, and no reason is given."
                                .formatted(Texts.day(inducted.get()), Texts.day(due)),
                        "inductedOn",
                        "exemption"))
                : List.of();
    };

    /** Levels are those that qualifications have. */
    public static final Rule LEVELS = (fields, context) -> {
        List<Finding> findings = new ArrayList<>();
        for (String path : List.of("assessments[*].level", "priorQualifications[*].level")) {
            fields.matching(path).stream()
                    .filter(field -> !field.value().isBlank()
                            && !LEVEL.matcher(field.value().strip()).matches())
                    .map(field -> LEVEL_TEXTS.warning(
                            "“%s” is not a level of qualifications.".formatted(field.value()), field.path()))
                    .forEach(findings::add);
        }
        return List.copyOf(findings);
    };

    /** Subjects and grades are names, not notes. */
    public static final Rule LENGTHS = (fields, context) -> fields.all().stream()
            .filter(field -> isTooLong(field))
            .map(field -> LENGTH_TEXTS.warning(
                    "%d characters are more than a learning record takes."
                            .formatted(field.value().length()),
                    field.path()))
            .toList();

    private LearningRules() {}

    private static boolean isTooLong(Field field) {
        return field.path().endsWith("].subject") && field.value().length() > LONGEST_SUBJECT
                || field.path().endsWith("].grade") && field.value().length() > LONGEST_GRADE;
    }
}
