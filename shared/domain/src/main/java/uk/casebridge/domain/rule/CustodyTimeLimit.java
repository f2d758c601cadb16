package uk.casebridge.domain.rule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import uk.casebridge.domain.standing.BankHolidays;

/**
 * A custody time limit with its working. The day custody starts is left out; a limit that would end on a Saturday, a
 * Sunday, Christmas Day, Good Friday or a bank holiday ends on the last day before that is none of these.
 *
 * <p>Source: Prosecution of Offences (Custody Time Limits) Regulations 1987 regs 2(4), 2(5), 4 and 5.
 *
 * @param expires the last day
 * @param working how it comes about, in a sentence
 */
public record CustodyTimeLimit(LocalDate expires, String working) {

    /** From sending to the start of a trial in the Crown Court, in days. */
    public static final int TO_CROWN_COURT_TRIAL = 182;

    /** From first appearance to a summary trial of an offence triable either way, in days. */
    public static final int TO_SUMMARY_TRIAL_EITHER_WAY = 70;

    /** From first appearance to the trial of a summary offence, in days. */
    public static final int TO_SUMMARY_TRIAL = 56;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** The limit of so many days from the day custody starts. */
    public static CustodyTimeLimit of(LocalDate start, int days, BankHolidays holidays) {
        LocalDate end = start.plusDays(days);
        LocalDate expires = holidays.workingDayOnOrBefore(end);
        StringBuilder working = new StringBuilder()
                .append(days)
                .append(" days from ")
                .append(DAY.format(start))
                .append(", that day left out, end on ")
                .append(named(end));
        if (!expires.equals(end)) {
            working.append(holidays.named(end)
                            .map(holiday -> ", which is " + holiday)
                            .orElse(""))
                    .append("; the last working day before it is ")
                    .append(named(expires));
        }
        if (!holidays.isPublished(end.getYear())) {
            working.append(" (bank holidays of ").append(end.getYear()).append(" are worked out, not published)");
        }
        return new CustodyTimeLimit(expires, working.toString());
    }

    private static String named(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK) + " " + DAY.format(day);
    }
}
