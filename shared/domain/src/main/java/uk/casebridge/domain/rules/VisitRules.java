package uk.casebridge.domain.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;

/** Rules on requests to visit a prison. A prison may set its own limits; these are the usual ones. */
public final class VisitRules {

    static final int MOST_VISITORS = 6;
    static final int MOST_ADULTS = 3;
    static final int MOST_CHOICES = 3;
    private static final int ADULT = 18;
    private static final int FEWEST_DIGITS = 9;
    private static final int LONGEST_NAME = 30;
    private static final int DAYS_TO_BOOK = 3;
    private static final int DAYS_AHEAD = 28;

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String USUAL = "Prison visit booking: the usual limits of prisons";

    private static final Texts TOO_MANY_TEXTS = new Texts(
            "VISITORS-TOO-MANY",
            "The party is larger than a table in the visits hall takes.",
            "Ask the lead visitor who is to come, or to make two requests.",
            "Say on the form how many may come.",
            USUAL);
    private static final Texts ADULTS_TEXTS = new Texts(
            "VISITORS-TOO-MANY-ADULTS",
            "More adults are named than may visit together.",
            "Ask the lead visitor which adults are to come.",
            "Say on the form how many adults may come.",
            USUAL);
    private static final Texts LEAD_TEXTS = new Texts(
            "LEAD-VISITOR-AGE",
            "A young person made the request, or the date of birth was mistyped.",
            "Ask for an adult to make the request.",
            "Ask for the lead visitor's date of birth first.",
            USUAL);
    private static final Texts CHOICES_TEXTS = new Texts(
            "VISIT-CHOICES-TOO-MANY",
            "More times were named than the form has room for.",
            "Take the first three, and tell the lead visitor.",
            "Number the choices on the form.",
            USUAL);
    private static final Texts WINDOW_TEXTS = new Texts(
            "VISIT-WINDOW",
            "The time is too soon to be booked or further ahead than visits are opened.",
            "Offer the lead visitor another time.",
            "Show on the form from which to which day visits can be booked.",
            USUAL + ": after 3 days, within 28");
    private static final Texts PHONE_TEXTS = new Texts(
            "VISITOR-PHONE",
            "A digit was left out.",
            "Use the email address, or ask for the number.",
            "Ask for the number with its area code.",
            USUAL);
    private static final Texts NAME_TEXTS = new Texts(
            "VISITOR-NAME",
            "A title, a second name or a note stands in the box of the name.",
            "Look at the paper and correct the name.",
            "Ask for given and family name only.",
            USUAL);

    /** Six people at most, the lead visitor among them. */
    public static final Rule PARTY = (fields, context) -> {
        int party = 1 + fields.members("visitors").size();
        return party > MOST_VISITORS
                ? List.of(TOO_MANY_TEXTS.error(
                        "%d people are to visit; %d may.".formatted(party, MOST_VISITORS), "visitors"))
                : List.of();
    };

    /** Three of them adults at most. Whose age is not known is not counted. */
    public static final Rule ADULTS = (fields, context) -> {
        Optional<LocalDate> asked = fields.date("requestedOn");
        List<String> paths = new ArrayList<>(List.of("leadVisitor.dateOfBirth"));
        fields.matching("visitors[*].dateOfBirth").stream().map(Field::path).forEach(paths::add);
        long adults = paths.stream()
                .flatMap(path -> fields.date(path).stream())
                .filter(born -> asked.filter(day -> isAdult(born, day)).isPresent())
                .count();
        return adults > MOST_ADULTS
                ? List.of(ADULTS_TEXTS.error(
                        "%d adults are to visit; %d may.".formatted(adults, MOST_ADULTS), "visitors"))
                : List.of();
    };

    /** The lead visitor is an adult. */
    public static final Rule LEAD_VISITOR = (fields, context) -> {
        Optional<LocalDate> asked = fields.date("requestedOn");
        return fields
                .date("leadVisitor.dateOfBirth")
                .filter(born -> asked.filter(day -> !isAdult(born, day)).isPresent())
                .map(born -> LEAD_TEXTS.error(
                        "The lead visitor was born on %s and is not yet %d.".formatted(Texts.day(born), ADULT),
                        "leadVisitor.dateOfBirth"))
                .stream()
                .toList();
    };

    /** Three times to choose from at most, each of them one that can be booked. */
    public static final Rule CHOICES = VisitRules::choices;

    /** Names and numbers as the booking system takes them. */
    public static final Rule CONTACT = (fields, context) -> {
        List<Finding> findings = new ArrayList<>();
        fields.value("leadVisitor.phone")
                .filter(phone -> phone.chars().filter(Character::isDigit).count() < FEWEST_DIGITS)
                .map(phone -> PHONE_TEXTS.warning(
                        "The telephone number has fewer than %d digits.".formatted(FEWEST_DIGITS), "leadVisitor.phone"))
                .ifPresent(findings::add);
        for (Field field : fields.all()) {
            boolean name = field.path().endsWith(".name") && !field.path().startsWith("prison.");
            if (name && (field.value().matches(".*[<>].*") || wordTooLong(field.value()))) {
                findings.add(NAME_TEXTS.warning("A name has more in it than a name.", field.path()));
            }
        }
        return List.copyOf(findings);
    };

    private VisitRules() {}

    private static boolean isAdult(LocalDate born, LocalDate day) {
        return !born.plusYears(ADULT).isAfter(day);
    }

    /** A given or family name that is longer than the booking system takes. */
    private static boolean wordTooLong(String name) {
        for (String word : name.split(" ", -1)) {
            if (word.length() > LONGEST_NAME) {
                return true;
            }
        }
        return false;
    }

    private static List<Finding> choices(Fields fields, Rule.Context context) {
        List<Finding> findings = new ArrayList<>();
        int choices = fields.members("slots").size();
        if (choices > MOST_CHOICES) {
            findings.add(
                    CHOICES_TEXTS.warning("%d times are named; %d may be.".formatted(choices, MOST_CHOICES), "slots"));
        }
        Optional<LocalDate> asked = fields.date("requestedOn");
        for (Field slot : fields.matching("slots[*].at")) {
            Optional<LocalDate> day = day(slot.value());
            if (day.isPresent()
                    && asked.isPresent()
                    && (!day.get().isAfter(asked.get().plusDays(DAYS_TO_BOOK))
                            || day.get().isAfter(asked.get().plusDays(DAYS_AHEAD)))) {
                findings.add(WINDOW_TEXTS.warning(
                        "%s cannot be booked on %s.".formatted(Texts.day(day.get()), Texts.day(asked.get())),
                        slot.path()));
            }
        }
        return List.copyOf(findings);
    }

    private static Optional<LocalDate> day(String instant) {
        try {
            return Optional.of(LocalDate.ofInstant(Instant.parse(instant), LONDON));
        } catch (DateTimeParseException e) {
            // What is no moment stays as it stands; a person looks at it for its confidence.
            return Optional.empty();
        }
    }
}
