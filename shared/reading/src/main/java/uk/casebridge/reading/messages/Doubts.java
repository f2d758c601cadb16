package uk.casebridge.reading.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;

/** What is odd about how a message was sent, whatever it says. */
final class Doubts {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Doubts() {}

    /** Results that say they were made on a day before the hearing, which they cannot have been. */
    static Optional<Finding> madeBeforeHearing(Draft draft, Optional<Instant> madeAt) {
        Optional<LocalDate> made = madeAt.map(at -> LocalDate.ofInstant(at, LONDON));
        Optional<LocalDate> heard = draft.date("hearing.date");
        if (made.isEmpty() || heard.isEmpty() || !made.get().isBefore(heard.get())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "MESSAGE-BEFORE-HEARING",
                Severity.WARNING,
                List.of("hearing.date"),
                "The message says that it was made on %s, before the hearing on %s.".formatted(made.get(), heard.get()),
                "The sending system fills its time in from an example, or the day of the hearing is wrong.",
                "Compare the day of the hearing with the court's list. Where another message about the same hearing is"
                        + " here, say which is the newer.",
                "Let the sending system state the time at which it makes each message.",
                "Order of versions by the source's time"));
    }

    /** Applications of a hearing that are about none of its defendants. */
    static Finding applicationsLeftOut(int count) {
        return new Finding(
                "APPLICATION-LEFT-OUT",
                Severity.WARNING,
                List.of(),
                "The hearing also holds applications about no defendant, which are in no record: %d.".formatted(count),
                "An application was made about an organisation or an authority, or its subject was not entered.",
                "Look at the hearing in the case system whether the application concerns this defendant.",
                "Enter the defendant an application is about as its subject.",
                "Common Platform hearing results");
    }

    /** Bytes that are not of the encoding the message says it has. */
    static Finding otherEncoding() {
        return new Finding(
                "MESSAGE-ENCODING",
                Severity.WARNING,
                List.of(),
                "The message is not in the encoding that it names; letters with accents and pound signs may be wrong.",
                "The sending system wrote Windows characters under another name.",
                "Compare names and sums of money with the case system.",
                "Let the sending system write UTF-8.",
                "XML 1.0, character encoding in entities");
    }
}
