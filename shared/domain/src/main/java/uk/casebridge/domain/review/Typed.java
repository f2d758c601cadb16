package uk.casebridge.domain.review;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.casebridge.domain.identifier.AccountNumber;
import uk.casebridge.domain.identifier.Asn;
import uk.casebridge.domain.identifier.Check;
import uk.casebridge.domain.identifier.CroNumber;
import uk.casebridge.domain.identifier.CrownCourtCaseNumber;
import uk.casebridge.domain.identifier.NiNumber;
import uk.casebridge.domain.identifier.OffenceCode;
import uk.casebridge.domain.identifier.PncId;
import uk.casebridge.domain.identifier.Postcode;
import uk.casebridge.domain.identifier.PrisonNumber;
import uk.casebridge.domain.identifier.Uln;
import uk.casebridge.domain.identifier.Urn;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.standing.CourtCode;

/**
 * What a person typed, looking at the picture of a paper, in the canonical form of a field's value. An identifier that
 * is wrong on the paper is kept as it stands there: a rule says so, and the paper is not ours to mend.
 */
public sealed interface Typed {

    /** The canonical value. */
    record Value(String canonical) implements Typed {}

    /** It cannot be a value of that field; the sentence says what can. */
    record Mistake(String sentence) implements Typed {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** What was typed for a field whose words are read so. An empty text is an empty value. */
    static Typed of(Parser parser, String typed) {
        String text = typed.strip().replaceAll("[ \\t\\u00a0]+", " ").replace("\r\n", "\n");
        if (text.isEmpty()) {
            return new Value("");
        }
        String line = text.replaceAll("\\s+", " ");
        return switch (parser) {
            case LINES -> new Value(text.replaceAll(" ?\\n ?", "\n"));
            case TEXT, NAME, YES_NO, PLEA -> new Value(line);
            case NUMBER -> number(line);
            case DATE -> date(line);
            case DATE_AND_TIME -> dateAndTime(line);
            case MONEY -> money(line);
            case URN -> known(line, Urn.check(line).map(Urn::value));
            case ASN -> known(line, Asn.check(line).map(Asn::value));
            case PNC_ID -> known(line, PncId.check(line).map(PncId::value));
            case CRO_NUMBER -> known(line, CroNumber.check(line).map(CroNumber::value));
            case ULN -> known(line, Uln.check(line).map(Uln::value));
            case PRISON_NUMBER -> known(line, PrisonNumber.check(line).map(PrisonNumber::value));
            case ACCOUNT_NUMBER -> known(line, AccountNumber.check(line).map(AccountNumber::value));
            case NI_NUMBER -> known(line, NiNumber.check(line).map(NiNumber::value));
            case CROWN_CASE_NUMBER ->
                known(line, CrownCourtCaseNumber.check(line).map(CrownCourtCaseNumber::value));
            case OFFENCE_CODE -> known(line, OffenceCode.check(line).map(OffenceCode::value));
            case COURT_CODE -> known(line, CourtCode.check(line).map(CourtCode::value));
            case POSTCODE -> known(line, Postcode.check(line).map(Postcode::value));
        };
    }

    private static Typed known(String line, Check<String> check) {
        return new Value(check.found().orElseGet(() -> line.toUpperCase(Locale.ROOT)));
    }

    private static Typed number(String line) {
        return line.matches("-?\\d+(\\.\\d+)?")
                ? new Value(line)
                : new Mistake("Enter a number in figures, such as 12");
    }

    private static Typed money(String line) {
        String bare = line.replace("\u00a3", "").replace(",", "").replace(" ", "");
        return bare.matches("\\d{1,12}(\\.\\d{1,2})?")
                ? new Value(new BigDecimal(bare).setScale(2).toPlainString())
                : new Mistake("Enter a sum of money in pounds, such as 1,234.50");
    }

    private static Typed date(String line) {
        return asDate(line)
                .<Typed>map(date -> new Value(date.toString()))
                .orElseGet(() -> new Mistake("Enter a date, such as 27 3 2026. If the paper shows no real date there,"
                        + " say that the paper is wrong"));
    }

    private static Typed dateAndTime(String line) {
        var match = Forms.TIME.matcher(line);
        if (match.matches()) {
            Optional<LocalDate> date = asDate(match.group(1));
            try {
                if (date.isPresent()) {
                    LocalDateTime at =
                            date.get().atTime(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
                    return new Value(at.atZone(Forms.LONDON).toInstant().toString());
                }
            } catch (DateTimeException e) {
                return new Mistake(Forms.TIME_WANTED);
            }
        }
        return new Mistake(Forms.TIME_WANTED);
    }

    private static Optional<LocalDate> asDate(String line) {
        for (DateTimeFormatter form : Forms.DATES) {
            try {
                return Optional.of(LocalDate.parse(line, form));
            } catch (DateTimeException e) {
                // Of several ways to write a date only one fits; the last word is below.
                continue;
            }
        }
        return Optional.empty();
    }

    /** The ways of writing dates and times, made once. */
    final class Forms {
        private static final ZoneId LONDON = ZoneId.of("Europe/London");
        private static final Pattern TIME = Pattern.compile("(.+?),?(?: at)? (\\d{1,2})[:.](\\d{2})");
        private static final String TIME_WANTED = "Enter a date and a time of day, such as 27 3 2026 14:30";
        private static final List<DateTimeFormatter> DATES = List.of(
                form("uuuu-MM-dd"),
                form("d M uuuu"),
                form("d/M/uuuu"),
                form("d.M.uuuu"),
                form("d-M-uuuu"),
                form("d MMM uuuu"),
                form("d MMMM uuuu"));

        private Forms() {}
    }
}
