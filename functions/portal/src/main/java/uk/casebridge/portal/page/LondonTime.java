package uk.casebridge.portal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people in London read them, in the style of GOV.UK: 14 August 2026 at 10:05am. */
public final class LondonTime {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.UK);

    private LondonTime() {}

    public static String dateAndTime(Instant instant) {
        ZonedDateTime there = instant.atZone(LONDON);
        return DATE.format(there) + " at " + TIME.format(there) + (there.getHour() < 12 ? "am" : "pm");
    }

    public static String date(LocalDate date) {
        return DATE.format(date);
    }
}
