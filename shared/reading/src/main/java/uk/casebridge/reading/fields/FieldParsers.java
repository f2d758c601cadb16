package uk.casebridge.reading.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.casebridge.domain.identifier.AccountNumber;
import uk.casebridge.domain.identifier.Asn;
import uk.casebridge.domain.identifier.Check;
import uk.casebridge.domain.identifier.CroNumber;
import uk.casebridge.domain.identifier.CrownCourtCaseNumber;
import uk.casebridge.domain.identifier.NiNumber;
import uk.casebridge.domain.identifier.OffenceCode;
import uk.casebridge.domain.identifier.PncId;
import uk.casebridge.domain.identifier.Postcode;
import uk.casebridge.domain.identifier.PrisonNumber;
import uk.casebridge.domain.identifier.Uln;
import uk.casebridge.domain.identifier.Urn;
import uk.casebridge.domain.kind.Parser;

/** Makes canonical values of the words on a paper. What does not fit is kept as it stands, with little confidence. */
public final class FieldParsers {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** What is left of the confidence where the words are not what they should be. */
    private static final double MISFIT = 0.4;

    /** Where they fit only after something beside them was left out. */
    private static final double WITH_REST = 0.9;

    private static final double CENTURY_GUESSED = 0.6;

    private static final String MONTHS =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final Pattern ISO_DATE = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern NUMERIC_DATE =
            Pattern.compile("\\b(\\d{1,2})\\s?[/.\\-]\\s?(\\d{1,2})\\s?[/.\\-]\\s?(\\d{4}|\\d{2})\\b");
    private static final Pattern WORDED_DATE = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s\\-]+(" + MONTHS + ")\\.?,?[\\s\\-]+(\\d{4}|\\d{2})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST_DATE = Pattern.compile(
            "\\b(" + MONTHS + ")\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTANT =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern TIME =
            Pattern.compile("\\b(\\d{1,2})(?:[:.](\\d{2}))?\\s*([ap]\\.?m\\b\\.?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_NAME = Pattern.compile(
            "\\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\\b,?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLES = Pattern.compile(
            "^(?:(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|rev|prof|professor|master)\\b\\.?\\s+)+(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private static final Pattern MONEY = Pattern.compile("£?\\s?(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d{2}))?");

    /** What must not stand before a sum, and after it: "-£5.00", "(5.00)" and "£1,00.00" are not read as something else. */
    private static final Pattern NOT_BEFORE_MONEY = Pattern.compile("[\\d.,(+\\-\u2212\u2013]\\s*$");

    private static final Pattern NOT_AFTER_MONEY = Pattern.compile("^(?:\\d|[.,]\\d|\\s\\d{3}\\b)");

    private static final Pattern COURT_CODE = Pattern.compile("[A-JZ][A-Z0-9]{6}");
    private static final Pattern PLEA_AND_DATE = Pattern.compile("^(.*?)\\s*[,;(]?\\s*(?:on\\s+)?\\(?$");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;()]+");

    private FieldParsers() {}

    /** The words of a field, line by line, as a value. */
    public static Parsed parse(Parser parser, List<String> lines) {
        String raw = joined(lines);
        if (isNothing(raw)) {
            return Parsed.of("", raw, 1);
        }
        return switch (parser) {
            case TEXT -> Parsed.of(raw, raw, 1);
            case LINES ->
                Parsed.of(
                        lines.stream()
                                .map(FieldParsers::collapsed)
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.joining("\n")),
                        raw,
                        1);
            case NAME -> name(raw);
            case DATE -> date(raw);
            case DATE_AND_TIME -> dateAndTime(raw);
            case NUMBER -> number(raw);
            case MONEY -> money(raw);
            case URN -> identifier(raw, Urn::check, Urn::value);
            case ASN -> identifier(raw, Asn::check, Asn::value);
            case PNC_ID -> identifier(raw, PncId::check, PncId::value);
            case CRO_NUMBER -> identifier(raw, CroNumber::check, CroNumber::value);
            case ULN -> identifier(raw, Uln::check, Uln::value);
            case PRISON_NUMBER -> identifier(raw, PrisonNumber::check, PrisonNumber::value);
            case ACCOUNT_NUMBER -> identifier(raw, AccountNumber::check, AccountNumber::value);
            case NI_NUMBER -> identifier(raw, NiNumber::check, NiNumber::value);
            case CROWN_CASE_NUMBER -> identifier(raw, CrownCourtCaseNumber::check, CrownCourtCaseNumber::value);
            case OFFENCE_CODE -> identifier(raw, OffenceCode::check, OffenceCode::value);
            case COURT_CODE -> courtCode(raw);
            case POSTCODE -> identifier(raw, Postcode::check, Postcode::value);
            case YES_NO -> yesNo(raw);
            case PLEA -> plea(raw);
        };
    }

    /** Lines as one text: white space collapsed, and words parted after a hyphen or stroke put together again. */
    static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String plain = collapsed(line);
            if (plain.isEmpty()) {
                continue;
            }
            if (!text.isEmpty() && !goesOnWithoutSpace(text, plain)) {
                text.append(' ');
            }
            text.append(plain);
        }
        return text.toString();
    }

    private static boolean goesOnWithoutSpace(CharSequence before, String next) {
        int length = before.length();
        char last = before.charAt(length - 1);
        return (last == '-' || last == '/')
                && length > 1
                && Character.isLetterOrDigit(before.charAt(length - 2))
                && Character.isLetterOrDigit(next.charAt(0));
    }

    static String collapsed(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ");
    }

    private static boolean isNothing(String raw) {
        return raw.isEmpty() || raw.equals("-") || raw.equals("\u2013") || raw.equals("\u2014");
    }

    private static Parsed name(String raw) {
        String name = TITLES.matcher(raw).replaceFirst("");
        int comma = name.indexOf(',');
        if (comma > 0 && comma == name.lastIndexOf(',')) {
            String family = name.substring(0, comma).strip();
            String given = TITLES.matcher(name.substring(comma + 1).strip()).replaceFirst("");
            if (!family.isEmpty() && !given.isEmpty()) {
                return Parsed.of(given + " " + family, raw, WITH_REST);
            }
        }
        boolean odd = name.chars().anyMatch(Character::isDigit);
        return Parsed.of(name, raw, odd ? MISFIT : 1);
    }

    private static Parsed date(String raw) {
        return findDate(raw)
                .map(found -> Parsed.of(found.date.toString(), raw, found.factor * restFactor(found.rest)))
                .orElseGet(() -> Parsed.of(raw, raw, MISFIT));
    }

    private static double restFactor(String rest) {
        String left = DAY_NAME.matcher(rest).replaceAll("").replaceAll("[\\s,.;()]", "");
        return left.isEmpty() ? 1 : WITH_REST;
    }

    private record FoundDate(LocalDate date, double factor, String before, String rest) {}

    private static Optional<FoundDate> findDate(String text) {
        Matcher iso = ISO_DATE.matcher(text);
        if (iso.find()) {
            return dated(iso.group(1), iso.group(2), iso.group(3), text, iso);
        }
        Matcher numeric = NUMERIC_DATE.matcher(text);
        if (numeric.find()) {
            return dated(numeric.group(3), numeric.group(2), numeric.group(1), text, numeric);
        }
        Matcher worded = WORDED_DATE.matcher(text);
        if (worded.find()) {
            return dated(worded.group(3), month(worded.group(2)), worded.group(1), text, worded);
        }
        Matcher monthFirst = MONTH_FIRST_DATE.matcher(text);
        if (monthFirst.find()) {
            return dated(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2), text, monthFirst);
        }
        return Optional.empty();
    }

    private static String month(String name) {
        String first = name.substring(0, 3).toLowerCase(Locale.ROOT);
        return Integer.toString("janfebmaraprmayjunjulaugsepoctnovdec".indexOf(first) / 3 + 1);
    }

    private static Optional<FoundDate> dated(String year, String month, String day, String text, Matcher at) {
        int fullYear = Integer.parseInt(year);
        double factor = 1;
        if (year.length() == 2) {
            // Births lie behind us and most dates of hearings within a few years: a person must look at it anyway.
            fullYear += fullYear <= 39 ? 2000 : 1900;
            factor = CENTURY_GUESSED;
        }
        try {
            return Optional.of(new FoundDate(
                    LocalDate.of(fullYear, Integer.parseInt(month), Integer.parseInt(day)),
                    factor,
                    text.substring(0, at.start()),
                    text.substring(0, at.start()) + " " + text.substring(at.end())));
        } catch (DateTimeException e) {
            // 31/02/2026 is no date: it stays as it stands, and the rule on the field says so.
            return Optional.empty();
        }
    }

    private static Parsed dateAndTime(String raw) {
        Matcher instant = INSTANT.matcher(raw);
        if (instant.find()) {
            try {
                return Parsed.of(
                        OffsetDateTime.parse(instant.group()).toInstant().toString(), raw, 1);
            } catch (DateTimeParseException e) {
                return Parsed.of(raw, raw, MISFIT);
            }
        }
        Optional<FoundDate> found = findDate(raw);
        if (found.isEmpty()) {
            return Parsed.of(raw, raw, MISFIT);
        }
        FoundDate date = found.get();
        Optional<LocalTime> time = findTime(date.rest);
        LocalTime wallTime = time.orElse(LocalTime.MIDNIGHT);
        String value = date.date.atTime(wallTime).atZone(LONDON).toInstant().toString();
        // Without its time the day is right but the moment is not.
        return Parsed.of(value, raw, date.factor * (time.isPresent() ? 1 : 0.6));
    }

    private static Optional<LocalTime> findTime(String text) {
        if (text.toLowerCase(Locale.ROOT).contains("noon")) {
            return Optional.of(LocalTime.NOON);
        }
        Matcher matcher = TIME.matcher(text);
        while (matcher.find()) {
            boolean half = matcher.group(3) != null;
            if (matcher.group(2) == null && !half) {
                continue;
            }
            int hour = Integer.parseInt(matcher.group(1));
            int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            if (half && hour >= 1 && hour <= 12) {
                boolean afternoon = matcher.group(3).toLowerCase(Locale.ROOT).startsWith("p");
                hour = hour % 12 + (afternoon ? 12 : 0);
            }
            if (hour < 24 && minute < 60) {
                return Optional.of(LocalTime.of(hour, minute));
            }
        }
        return Optional.empty();
    }

    private static Parsed number(String raw) {
        Matcher matcher = NUMBER.matcher(raw.replace(",", ""));
        if (!matcher.find()) {
            return Parsed.of(raw, raw, MISFIT);
        }
        return Parsed.of(matcher.group(), raw, matcher.group().equals(raw) ? 1 : WITH_REST);
    }

    private static Parsed money(String raw) {
        Matcher matcher = MONEY.matcher(raw);
        if (!matcher.find()
                || NOT_BEFORE_MONEY.matcher(raw.substring(0, matcher.start())).find()
                || NOT_AFTER_MONEY.matcher(raw.substring(matcher.end())).find()) {
            return Parsed.of(raw, raw, MISFIT);
        }
        String value = matcher.group(1).replace(",", "") + "." + (matcher.group(2) == null ? "00" : matcher.group(2));
        boolean whole = matcher.group().length() == raw.length();
        // Of two sums in one place, nothing says which is meant.
        return matcher.find() ? Parsed.of(raw, raw, MISFIT) : Parsed.of(value, raw, whole ? 1 : WITH_REST);
    }

    private static <T> Parsed identifier(String raw, Function<String, Check<T>> check, Function<T, String> value) {
        Optional<T> whole = check.apply(raw).found();
        if (whole.isPresent()) {
            return Parsed.of(value.apply(whole.get()), raw, 1);
        }
        // The identifier may stand among other words; the first word of its shape is it.
        for (String word : BETWEEN_WORDS.split(raw, -1)) {
            Optional<T> found =
                    word.isEmpty() ? Optional.empty() : check.apply(word).found();
            if (found.isPresent()) {
                return Parsed.of(value.apply(found.get()), raw, WITH_REST);
            }
        }
        return otherReference(raw);
    }

    /** Papers carry other references in the box of an identifier: what is printed stands, for a rule to judge. */
    private static Parsed otherReference(String raw) {
        boolean oneWord = raw.indexOf(' ') < 0;
        return Parsed.of(oneWord ? raw.toUpperCase(Locale.ROOT) : raw, raw, oneWord ? WITH_REST : MISFIT);
    }

    private static Parsed courtCode(String raw) {
        String code = raw.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        return COURT_CODE.matcher(code).matches() ? Parsed.of(code, raw, 1) : otherReference(raw);
    }

    private static Parsed yesNo(String raw) {
        return switch (raw.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "x", "\u2713", "\u2714", "\u2612", "\u2611" -> Parsed.of("yes", raw, 1);
            case "no", "n", "false", "\u2610" -> Parsed.of("no", raw, 1);
            default -> Parsed.of(raw, raw, MISFIT);
        };
    }

    private static Parsed plea(String raw) {
        Optional<FoundDate> found = findDate(raw);
        if (found.isEmpty()) {
            return Parsed.of(raw, raw, 1);
        }
        Matcher before = PLEA_AND_DATE.matcher(found.get().before);
        String plea =
                before.matches() ? before.group(1).strip() : found.get().before.strip();
        return new Parsed(
                plea, raw, found.get().factor, Optional.of(found.get().date.toString()));
    }
}
