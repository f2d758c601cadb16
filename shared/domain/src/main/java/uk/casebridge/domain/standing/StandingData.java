package uk.casebridge.domain.standing;

import java.time.LocalDate;
import java.util.Optional;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;

/** Code lists that papers refer to. A small set is built in; published lists are imported over it. */
public interface StandingData {

    /** The name of a court house by its code; the room is ignored. */
    Optional<String> courtName(CourtCode code);

    /** The code of the court with a name as printed; case, apostrophes and spaces do not matter. */
    Optional<CourtCode> courtNamed(String name);

    /** The title of an offence by its CJS code; empty where the list does not hold it. */
    Optional<String> offenceTitle(String code);

    /** A result by its CJS code; empty where the list does not hold it. */
    Optional<ResultCode> result(String code);

    /** Bank holidays in England and Wales. */
    BankHolidays bankHolidays();

    /** A recipient's place by its code. */
    Optional<Place> place(Recipient recipient, String code);

    /** A recipient's place by its name as printed; case, punctuation and spaces do not matter. */
    Optional<Place> placeNamed(Recipient recipient, String name);

    /** The place of a recipient that serves a court unless the paper says otherwise. */
    Optional<Place> defaultPlace(Recipient recipient, CourtCode court);

    /**
     * The lists as they stood on a date. Without this they are as they stand today.
     *
     * @param date of the hearing, or else of the paper
     */
    default StandingData on(LocalDate date) {
        return this;
    }
}
