package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a paper was made. */
final class Moments {

    private Moments() {}

    static ZonedDateTime afternoonOf(LocalDate date, Chance chance) {
        return date.atTime(chance.between(12, 16), chance.between(0, 59)).atZone(ZoneId.of("Europe/London"));
    }
}
