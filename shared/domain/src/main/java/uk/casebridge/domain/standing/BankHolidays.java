package uk.casebridge.domain.standing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bank holidays in England and Wales. For a year that is published, what was published; for a later or earlier one the
 * days of the standing rule, without those that a proclamation may move or add. {@link #isPublished} tells them apart.
 *
 * <p>Source: https://www.gov.uk/bank-holidays; Banking and Financial Dealings Act 1971, schedule 1, and the yearly
 * proclamations under its section 1; Good Friday and Christmas Day at common law.
 */
public final class BankHolidays {

    private static final String SUBSTITUTE = " (substitute day)";

    private final TreeMap<LocalDate, String> published;

    private BankHolidays(TreeMap<LocalDate, String> published) {
        this.published = published;
    }

    /** With these days published; a year counts as published when it has any of them. */
    public static BankHolidays published(Map<LocalDate, String> days) {
        return new BankHolidays(new TreeMap<>(days));
    }

    /** These with every year that others publish taken from them. */
    public BankHolidays replacedBy(BankHolidays newer) {
        TreeMap<LocalDate, String> days = new TreeMap<>(published);
        days.keySet().removeIf(day -> newer.isPublished(day.getYear()));
        days.putAll(newer.published);
        return new BankHolidays(days);
    }

    /** Whether a year's days are as published, not as worked out. */
    public boolean isPublished(int year) {
        return !published
                .subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                .isEmpty();
    }

    /** The name of the holiday on a day, if it is one. */
    public Optional<String> named(LocalDate day) {
        return Optional.ofNullable(
                isPublished(day.getYear())
                        ? published.get(day)
                        : byRule(day.getYear()).get(day));
    }

    /** Whether courts sit and offices open: neither a weekend nor a bank holiday. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && named(day).isEmpty();
    }

    /** A day if it is a working day, else the last working day before it. */
    public LocalDate workingDayOnOrBefore(LocalDate day) {
        LocalDate working = day;
        while (!isWorkingDay(working)) {
            working = working.minusDays(1);
        }
        return working;
    }

    /** The days of the standing rule for a year, in order. */
    static Map<LocalDate, String> byRule(int year) {
        TreeMap<LocalDate, String> days = new TreeMap<>();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        if (isWeekend(newYear)) {
            days.put(newYear.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), "New Year's Day" + SUBSTITUTE);
        } else {
            days.put(newYear, "New Year's Day");
        }
        LocalDate easter = easterSunday(year);
        days.put(easter.minusDays(2), "Good Friday");
        days.put(easter.plusDays(1), "Easter Monday");
        days.put(
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
                "Early May bank holiday");
        days.put(
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                "Spring bank holiday");
        days.put(
                LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                "Summer bank holiday");
        christmas(year, days);
        return Collections.unmodifiableMap(days);
    }

    private static void christmas(int year, Map<LocalDate, String> days) {
        LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
        LocalDate boxing = christmas.plusDays(1);
        switch (christmas.getDayOfWeek()) {
            case FRIDAY -> {
                days.put(christmas, "Christmas Day");
                days.put(boxing.plusDays(2), "Boxing Day" + SUBSTITUTE);
            }
            case SATURDAY -> {
                days.put(christmas.plusDays(2), "Christmas Day" + SUBSTITUTE);
                days.put(boxing.plusDays(2), "Boxing Day" + SUBSTITUTE);
            }
            case SUNDAY -> {
                days.put(boxing, "Boxing Day");
                days.put(christmas.plusDays(2), "Christmas Day" + SUBSTITUTE);
            }
            default -> {
                days.put(christmas, "Christmas Day");
                days.put(boxing, "Boxing Day");
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous computus (Nature, 20 April 1876). */
    private static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
