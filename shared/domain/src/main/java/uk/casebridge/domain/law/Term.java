package uk.casebridge.domain.law;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A term of imprisonment in years, months, weeks and days, as papers word it: {@code 18 months}, {@code 2 years and 6
 * months' imprisonment}, {@code 45 days}. Terms in different units are compared by the days they come to when they run
 * from the same day.
 */
public record Term(Period length) {

    private static final Pattern PART = Pattern.compile("(\\d{1,4})\\s*(year|month|week|day)s?\\b");
    private static final Pattern IDLE = Pattern.compile(
            "\\b(?:imprisonment|detention|in|default|custody|of|and|concurrent|consecutive)\\b|[\\s,.;'’]");

    /** The term that these words say; empty where they say none, or anything besides. */
    public static Optional<Term> of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        Matcher parts = PART.matcher(lower);
        Period length = Period.ZERO;
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (parts.find()) {
            int count = Integer.parseInt(parts.group(1));
            length = switch (parts.group(2)) {
                case "year" -> length.plusYears(count);
                case "month" -> length.plusMonths(count);
                case "week" -> length.plusDays(7L * count);
                default -> length.plusDays(count);
            };
            rest.append(lower, at, parts.start());
            at = parts.end();
        }
        rest.append(lower, at, lower.length());
        boolean understood = IDLE.matcher(rest).replaceAll("").isEmpty();
        return length.isZero() || !understood ? Optional.empty() : Optional.of(new Term(length));
    }

    public static Term days(int days) {
        return new Term(Period.ofDays(days));
    }

    public static Term months(int months) {
        return new Term(Period.ofMonths(months));
    }

    public static Term years(int years) {
        return new Term(Period.ofYears(years));
    }

    /** Whether it would end later than another that begins on the same day. */
    public boolean isLongerThan(Term other, LocalDate from) {
        return from.plus(length).isAfter(from.plus(other.length));
    }

    /** As people say it: {@code 2 years and 6 months}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        say(parts, length.getYears(), "year");
        say(parts, length.getMonths(), "month");
        say(parts, length.getDays(), "day");
        return parts.size() < 3
                ? String.join(" and ", parts)
                : parts.get(0) + ", " + parts.get(1) + " and " + parts.get(2);
    }

    private static void say(List<String> parts, int count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
