package uk.casebridge.testkit.author;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.money.Money;
import uk.casebridge.domain.rule.CustodyTimeLimit;
import uk.casebridge.domain.standing.BankHolidays;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block.Pair;

/**
 * Writes pairs as a layout words them and notes the truth of each at once, so that the two cannot part. Labels come from
 * the kind: each layout takes another of a field's labels, where it has several.
 */
final class Writing {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final BankHolidays HOLIDAYS = new BuiltInStandingData().bankHolidays();
    private static final String NOTHING = "-";

    private final Kind kind;
    private final Layout layout;
    private final Optional<Mistake> mistake;
    private final List<Map<String, String>> records = new ArrayList<>();

    Writing(Kind kind, Layout layout, Optional<Mistake> mistake) {
        this.kind = kind;
        this.layout = layout;
        this.mistake = mistake;
    }

    /** What is written from here on belongs to a new record. */
    void beginRecord() {
        records.add(new LinkedHashMap<>());
    }

    List<Map<String, String>> truth() {
        return List.copyOf(records);
    }

    Layout layout() {
        return layout;
    }

    boolean has(Mistake planted) {
        return mistake.filter(one -> one == planted).isPresent();
    }

    /** A value that is printed elsewhere, without a label. */
    void note(String path, String value) {
        records.getLast().put(path, value);
    }

    Pair text(String path, String value) {
        return printed(path, value, value);
    }

    /** A value whose words on the paper are not its canonical form. */
    Pair printed(String path, String value, String... lines) {
        note(path, value);
        return new Pair(label(path), List.of(lines));
    }

    /** A label without a value. */
    Pair empty(String path) {
        return new Pair(label(path), List.of(NOTHING));
    }

    /** A question with its answer, ticked or written out as the layout does it. */
    Pair yesNo(String path, boolean yes) {
        return printed(path, yes ? "yes" : "no", layout == Layout.TWO_COLUMN ? (yes ? "Y" : "N") : yes ? "Yes" : "No");
    }

    Pair lines(String path, List<String> lines) {
        note(path, String.join("\n", lines));
        return new Pair(label(path), lines);
    }

    Pair date(String path, LocalDate date) {
        return printed(path, date.toString(), words(date));
    }

    /** A sum of money: with the pound sign, without thousands set apart, or without pence where there are none. */
    Pair money(String path, Money sum) {
        String words = switch (layout) {
            case TABLE -> sum.toString();
            case TWO_COLUMN -> sum.value();
            case LETTER -> sum.toString().replaceAll("\\.00$", "");
        };
        return printed(path, sum.value(), words);
    }

    /** A label with words that no reader can make a value of. */
    Pair unreadable(String path, String words) {
        return new Pair(label(path), List.of(words));
    }

    Pair moment(String path, LocalDate date, LocalTime time) {
        Instant instant = date.atTime(time).atZone(LONDON).toInstant();
        String words = switch (layout) {
            case TABLE -> words(date) + " " + time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.UK));
            case TWO_COLUMN -> words(date) + " at " + time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.UK));
            case LETTER ->
                words(date) + " at "
                        + time.format(DateTimeFormatter.ofPattern("h:mm a", Locale.UK))
                                .toLowerCase(Locale.ROOT);
        };
        return printed(path, instant.toString(), words);
    }

    Pair person(String path, People.Person person) {
        return printed(path, person.name(), layout == Layout.LETTER ? person.titled() : person.name());
    }

    Pair asn(String path, String asn) {
        String number = has(Mistake.WRONG_ASN_LETTER) ? Numbers.wrongLetter(asn) : asn;
        return printed(path, number, layout == Layout.TWO_COLUMN ? Numbers.shortAsn(number) : number);
    }

    Pair pncId(String path, String pnc) {
        String number = has(Mistake.WRONG_PNC_LETTER) ? Numbers.wrongLetter(pnc) : pnc;
        return printed(path, number, layout == Layout.TWO_COLUMN ? Numbers.shortPnc(number) : number);
    }

    Pair urn(String path, String urn) {
        String number = has(Mistake.URN_TOO_SHORT)
                ? urn.substring(0, 6)
                : has(Mistake.URN_DIGIT_MISSING) ? urn.substring(0, 10) : urn;
        return text(path, number);
    }

    Pair offenceCode(String path, Charge charge) {
        String code = has(Mistake.UNKNOWN_OFFENCE_CODE)
                ? "ZZ99001"
                : has(Mistake.OFFENCE_CODE_TOO_SHORT) ? charge.code().substring(0, 6) : charge.code();
        return text(path, code);
    }

    String courtName(Bench bench) {
        return has(Mistake.UNKNOWN_COURT) ? "Little Snoring Magistrates' Court" : bench.name();
    }

    Pair prison(String path, String prison) {
        return text(
                path, has(Mistake.CLOSED_PRISON) ? "HMP Holloway" : has(Mistake.UNKNOWN_PRISON) ? "HMP Slade" : prison);
    }

    /** A date of birth; none where that mistake is planted. */
    Optional<Pair> dateOfBirth(String path, LocalDate date, LocalDate hearing) {
        if (has(Mistake.MISSING_DATE_OF_BIRTH)) {
            return Optional.empty();
        }
        if (has(Mistake.IMPOSSIBLE_DATE)) {
            return Optional.of(unreadable(path, impossible(date.getYear())));
        }
        return Optional.of(date(path, has(Mistake.BORN_IN_THE_FUTURE) ? hearing.plusYears(2) : date));
    }

    private String impossible(int year) {
        return switch (layout) {
            case TABLE -> "31/02/" + year;
            case TWO_COLUMN -> "31 Feb " + year;
            case LETTER -> "31 February " + year;
        };
    }

    /** A custody time limit of so many days; a week too late where that mistake is planted. */
    LocalDate timeLimit(LocalDate start, int days) {
        LocalDate end = CustodyTimeLimit.of(start, days, HOLIDAYS).expires();
        return has(Mistake.TIME_LIMIT_TOO_LATE) ? start.plusDays(CustodyTimeLimit.TO_CROWN_COURT_TRIAL + 7L) : end;
    }

    /** A date as this layout writes it. */
    String words(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(
                switch (layout) {
                    case TABLE -> "dd/MM/yyyy";
                    case TWO_COLUMN -> "d MMM yyyy";
                    case LETTER -> "d MMMM yyyy";
                },
                Locale.ENGLISH));
    }

    String label(String path) {
        FieldSpec spec =
                kind.field(path).orElseThrow(() -> new IllegalArgumentException(kind.id() + " has no field " + path));
        if (spec.labels().isEmpty()) {
            throw new IllegalArgumentException(path + " of " + kind.id() + " is printed without a label");
        }
        return spec.labels().get(layout.ordinal() % spec.labels().size());
    }
}
