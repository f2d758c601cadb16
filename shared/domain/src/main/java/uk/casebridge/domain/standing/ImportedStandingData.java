package uk.casebridge.domain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;

/**
 * Imported lists over those built in. Of offences and results the imported list alone counts, once one is in force; to
 * courts and bank holidays it adds, since only the built-in list knows which courts are closed and what else they are
 * called, and a list of bank holidays holds a few years.
 */
public final class ImportedStandingData implements StandingData {

    private final StandingData builtIn;
    private final ImportedRows imported;
    private final Optional<ListVersions> asOf;
    private final Supplier<LocalDate> date;
    private final Map<Sha256, Courts> courts;

    private ImportedStandingData(
            StandingData builtIn,
            ImportedRows imported,
            Optional<ListVersions> asOf,
            Supplier<LocalDate> date,
            Map<Sha256, Courts> courts) {
        this.builtIn = builtIn;
        this.imported = imported;
        this.asOf = asOf;
        this.date = date;
        this.courts = courts;
    }

    /**
     * Imported lists, each fetched when a code of it is first asked for.
     *
     * @param builtIn what counts where nothing is imported
     * @param imported what is imported
     * @param today the date in London
     */
    public static StandingData over(StandingData builtIn, ImportedRows imported, Supplier<LocalDate> today) {
        return new ImportedStandingData(builtIn, imported, Optional.empty(), today, new ConcurrentHashMap<>());
    }

    @Override
    public StandingData on(LocalDate day) {
        // What is imported while a record is looked at counts for the next one.
        ListVersions now = versions();
        return now.all().isEmpty()
                ? builtIn.on(day)
                : new ImportedStandingData(builtIn.on(day), imported, Optional.of(now), () -> day, courts);
    }

    @Override
    public Optional<String> courtName(CourtCode code) {
        return courts().flatMap(
                        own -> own.of(code.isCrownCourt()).withCode(code.house().value()))
                .map(Place::name)
                .or(() -> builtIn.courtName(code));
    }

    @Override
    public Optional<CourtCode> courtNamed(String name) {
        return builtIn.courtNamed(name).or(() -> courts().flatMap(own -> own.named(name)));
    }

    @Override
    public Optional<String> offenceTitle(String code) {
        Optional<CodeTable> offences = table(StandingList.OFFENCES);
        return offences.isPresent()
                ? offences.get().row(code.strip().toUpperCase(Locale.ROOT)).map(row -> row.get(1))
                : builtIn.offenceTitle(code);
    }

    @Override
    public Optional<ResultCode> result(String code) {
        Optional<CodeTable> results = table(StandingList.RESULTS);
        return results.isPresent()
                ? results.get()
                        .row(code.strip())
                        .map(row -> new ResultCode(row.get(0), row.get(1), ResultCode.Category.of(row.get(2))))
                : builtIn.result(code);
    }

    @Override
    public BankHolidays bankHolidays() {
        Optional<CodeTable> published = table(StandingList.BANK_HOLIDAYS);
        if (published.isEmpty()) {
            return builtIn.bankHolidays();
        }
        Map<LocalDate, String> days = new HashMap<>();
        published.get().rows().forEach(row -> days.put(LocalDate.parse(row.get(0)), row.get(1)));
        return builtIn.bankHolidays().replacedBy(BankHolidays.published(days));
    }

    @Override
    public Optional<Place> place(Recipient recipient, String code) {
        return builtIn.place(recipient, code)
                .or(() -> recipient == Recipient.CROWN_COURT
                        ? courts().flatMap(own -> own.of(true).withCode(code))
                        : Optional.empty());
    }

    @Override
    public Optional<Place> placeNamed(Recipient recipient, String name) {
        return builtIn.placeNamed(recipient, name)
                .or(() -> recipient == Recipient.CROWN_COURT
                        ? courts().flatMap(own -> own.of(true).named(name))
                        : Optional.empty());
    }

    @Override
    public Optional<Place> defaultPlace(Recipient recipient, CourtCode court) {
        return builtIn.defaultPlace(recipient, court);
    }

    private ListVersions versions() {
        return asOf.orElseGet(imported::versions);
    }

    private Optional<CodeTable> table(StandingList list) {
        return versions().inForce(list, date.get()).map(imported::rows);
    }

    private Optional<Courts> courts() {
        return versions()
                .inForce(StandingList.COURTS, date.get())
                .map(version ->
                        courts.computeIfAbsent(version.content(), content -> Courts.of(imported.rows(version))));
    }

    /** The courts of an imported list by code and name; they are few, so a map of them costs nothing. */
    private record Courts(NamedPlaces crown, NamedPlaces magistrates) {

        static Courts of(CodeTable table) {
            List<List<String>> crown = new ArrayList<>();
            List<List<String>> magistrates = new ArrayList<>();
            for (List<String> row : table.rows()) {
                // The rows of whole areas name no court.
                if (!row.get(0).endsWith("0000")) {
                    (row.get(0).startsWith("C") ? crown : magistrates).add(List.of(row.get(0), row.get(1), "yes", ""));
                }
            }
            return new Courts(NamedPlaces.of(crown), NamedPlaces.of(magistrates));
        }

        NamedPlaces of(boolean isCrown) {
            return isCrown ? crown : magistrates;
        }

        /** As among the built-in ones, magistrates' courts go first where a name says neither that nor Crown Court. */
        Optional<CourtCode> named(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            Optional<Place> found = lower.contains("crown") ? Optional.empty() : magistrates.named(name);
            return found.or(() -> lower.contains("magistrate") ? Optional.empty() : crown.named(name))
                    .map(place -> new CourtCode(place.code()));
        }
    }
}
