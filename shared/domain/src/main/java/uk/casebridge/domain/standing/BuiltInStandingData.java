package uk.casebridge.domain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;

/**
 * The lists that come with the product: court houses, the commoner offences and results, bank holidays, each recipient's
 * places, and where each court's papers usually go. Each list names its source; it is read when first asked for and kept.
 *
 * <p>The usual places are our starting values, to be confirmed by each court before it goes live.
 */
public final class BuiltInStandingData implements StandingData {

    private static final Map<Recipient, NamedPlaces> PLACES = new ConcurrentHashMap<>();

    @Override
    public Optional<String> courtName(CourtCode code) {
        return Courts.of(code).withCode(code.house().value()).map(Place::name);
    }

    /** Magistrates' courts go first where a name says neither that nor Crown Court. */
    @Override
    public Optional<CourtCode> courtNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean crown = lower.contains("crown");
        Optional<Place> magistrates = crown ? Optional.empty() : Courts.MAGISTRATES.named(name);
        return magistrates
                .or(() -> lower.contains("magistrate") ? Optional.empty() : Courts.CROWN.named(name))
                .map(place -> new CourtCode(place.code()));
    }

    @Override
    public Optional<String> offenceTitle(String code) {
        return Optional.ofNullable(Offences.TITLES.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    @Override
    public Optional<ResultCode> result(String code) {
        return Optional.ofNullable(Results.CODES.get(code.strip()));
    }

    @Override
    public BankHolidays bankHolidays() {
        return Holidays.DAYS;
    }

    @Override
    public Optional<Place> place(Recipient recipient, String code) {
        return places(recipient).withCode(code);
    }

    @Override
    public Optional<Place> placeNamed(Recipient recipient, String name) {
        return places(recipient).named(name);
    }

    /** The longest beginning of the court's code that has a usual place decides. */
    @Override
    public Optional<Place> defaultPlace(Recipient recipient, CourtCode court) {
        for (int length = court.value().length(); length > 0; length--) {
            Optional<Place> place = Optional.ofNullable(Defaults.CODES.get(
                            recipient.id() + "|" + court.value().substring(0, length)))
                    .flatMap(code -> place(recipient, code));
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static NamedPlaces places(Recipient recipient) {
        return recipient == Recipient.CROWN_COURT
                ? Courts.CROWN
                : PLACES.computeIfAbsent(recipient, BuiltInStandingData::placesOf);
    }

    /** A recipient's places stand in the list that has its name; the Crown Court's are among the courts. */
    private static NamedPlaces placesOf(Recipient recipient) {
        return NamedPlaces.of(CsvLines.of(recipient.id() + "-places.csv"));
    }

    /** Each list is read by the class that holds it, so only when it is first asked for. */
    private static final class Courts {
        private static final NamedPlaces CROWN;
        private static final NamedPlaces MAGISTRATES;

        static {
            List<List<String>> crown = new ArrayList<>();
            List<List<String>> magistrates = new ArrayList<>();
            for (List<String> row : CsvLines.of("courts.csv")) {
                (row.getFirst().startsWith("C") ? crown : magistrates).add(row);
            }
            CROWN = NamedPlaces.of(crown);
            MAGISTRATES = NamedPlaces.of(magistrates);
        }

        private static NamedPlaces of(CourtCode code) {
            return code.isCrownCourt() ? CROWN : MAGISTRATES;
        }
    }

    private static final class Offences {
        private static final Map<String, String> TITLES = titles();

        private static Map<String, String> titles() {
            Map<String, String> titles = new HashMap<>();
            for (List<String> row : CsvLines.of("offences.csv")) {
                titles.put(row.get(0), row.get(1));
            }
            return Map.copyOf(titles);
        }
    }

    private static final class Results {
        private static final Map<String, ResultCode> CODES = codes();

        private static Map<String, ResultCode> codes() {
            Map<String, ResultCode> codes = new HashMap<>();
            for (List<String> row : CsvLines.of("result-codes.csv")) {
                codes.put(row.get(0), new ResultCode(row.get(0), row.get(1), ResultCode.Category.of(row.get(2))));
            }
            return Map.copyOf(codes);
        }
    }

    private static final class Holidays {
        private static final BankHolidays DAYS = days();

        private static BankHolidays days() {
            Map<LocalDate, String> days = new HashMap<>();
            for (List<String> row : CsvLines.of("bank-holidays.csv")) {
                days.put(LocalDate.parse(row.get(0)), row.get(1));
            }
            return BankHolidays.published(days);
        }
    }

    private static final class Defaults {
        private static final Map<String, String> CODES = codes();

        private static Map<String, String> codes() {
            Map<String, String> codes = new HashMap<>();
            for (List<String> row : CsvLines.of("default-places.csv")) {
                codes.put(row.get(1) + "|" + row.get(0), row.get(2));
            }
            return Map.copyOf(codes);
        }
    }
}
