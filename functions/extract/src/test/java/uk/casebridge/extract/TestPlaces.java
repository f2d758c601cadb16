package uk.casebridge.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.standing.BankHolidays;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.ResultCode;
import uk.casebridge.domain.standing.StandingData;

/** A prison, a closed one, a Crown Court and a careers office; Bexley's usual prison is Thameside. */
final class TestPlaces implements StandingData {

    static final CourtCode BEXLEY = new CourtCode("B01BH00");
    static final CourtCode ELSEWHERE = new CourtCode("B02AA00");
    static final Place THAMESIDE = new Place("TSI", "Thameside", true);
    static final Place CLOSED = new Place("HYI", "Holloway", false);
    static final Place WOOLWICH = new Place("C0472", "Woolwich Crown Court", true);
    static final Place LONDON = new Place("LON", "London", true);

    @Override
    public Optional<String> courtName(CourtCode code) {
        return Optional.empty();
    }

    @Override
    public Optional<CourtCode> courtNamed(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> offenceTitle(String code) {
        return Optional.empty();
    }

    @Override
    public Optional<ResultCode> result(String code) {
        return Optional.empty();
    }

    @Override
    public BankHolidays bankHolidays() {
        return BankHolidays.published(Map.of());
    }

    @Override
    public Optional<Place> place(Recipient recipient, String code) {
        return of(recipient).stream().filter(place -> place.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Place> placeNamed(Recipient recipient, String name) {
        return of(recipient).stream().filter(place -> place.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Place> defaultPlace(Recipient recipient, CourtCode court) {
        return court.equals(BEXLEY) ? Optional.of(of(recipient).getFirst()) : Optional.empty();
    }

    private static List<Place> of(Recipient recipient) {
        return switch (recipient) {
            case PRISON -> List.of(THAMESIDE, CLOSED);
            case CROWN_COURT -> List.of(WOOLWICH);
            default -> List.of(LONDON);
        };
    }
}
