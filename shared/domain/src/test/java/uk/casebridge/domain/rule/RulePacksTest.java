package uk.casebridge.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.KindRules;
import uk.casebridge.domain.standing.BankHolidays;
import uk.casebridge.domain.standing.BuiltInStandingData;

class RulePacksTest {

    private static final BuiltInStandingData LISTS = new BuiltInStandingData();
    private static final Rule.Context CONTEXT = new Rule.Context(LocalDate.of(2026, 11, 24), LISTS);

    @Test
    void shouldAskAboutASentenceThatIsBothConcurrentAndConsecutive() {
        assertThat(register(Map.of(
                        "offences[1].results[1].text",
                        "IMP - Imprisonment\nCommitted to prison for 5 months. Concurrent. Consecutive to offence 2.")))
                .containsExactly("SENTENCE-BOTH-WAYS");
    }

    @Test
    void shouldAskAboutSentencesThatSayNothingOfOneAnother() {
        String sentence = "IMP - Imprisonment\nCommitted to prison for 5 months.";

        assertThat(register(Map.of("offences[1].results[1].text", sentence, "offences[2].results[1].text", sentence)))
                .containsExactly("SENTENCES-NOT-LINKED");
        assertThat(register(Map.of(
                        "offences[1].results[1].text",
                        sentence,
                        "offences[2].results[1].text",
                        sentence + " Consecutive to offence 1.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2005-11-25,true", "2005-11-24,false", "1990-01-01,false"})
    void shouldAskAboutImprisonmentOfAnybodyUnder21(LocalDate born, boolean held) {
        Fields fields = fields(Map.of(
                "hearing.date", "2026-11-24",
                "defendant.dateOfBirth", born.toString(),
                "offences[1].sentence", "10 weeks' imprisonment"));

        List<Finding> findings = SentenceRules.PRISON.check(fields, CONTEXT);

        assertThat(findings.isEmpty()).isEqualTo(!held);
    }

    @Test
    void shouldNotHoldARuleBeforeItsFirstDay() {
        Fields fields = fields(Map.of(
                "hearing.date", "2020-11-30",
                "defendant.dateOfBirth", "2001-01-01",
                "offences[1].sentence", "10 weeks' imprisonment"));

        assertThat(SentenceRules.PRISON.check(fields, CONTEXT)).isEmpty();
    }

    @Test
    void shouldAskForTheTimeLimitOfARemandBeforeConvictionOnly() {
        String remand = "RI - Remanded in custody\nRemanded in custody until hearing on 1 December 2026.";

        assertThat(register(Map.of("offences[1].results[1].text", remand, "offences[1].convictionDate", "")))
                .containsExactly("CTL-NOT-SAID");
        assertThat(register(Map.of("offences[1].results[1].text", remand))).isEmpty();
        assertThat(register(Map.of(
                        "offences[1].results[1].text",
                        remand + " Custody time limit expires on 1 March 2027.",
                        "offences[1].convictionDate",
                        "")))
                .isEmpty();
    }

    @Test
    void shouldAskForTheExtendedTestAfterDangerousDriving() {
        assertThat(register(Map.of(
                        "offences[1].code", "RT88026", "offences[1].results[1].text", "FO - Fine\nFined £500.00.")))
                .containsExactly("DISQUALIFICATION-EXTENDED-TEST");
        assertThat(register(Map.of(
                        "offences[1].code",
                        "RT88026",
                        "offences[1].results[1].text",
                        "FO - Fine\nFined £500.00.",
                        "offences[1].results[2].text",
                        "DDOTE - Disqualified until extended test passed\nFor 12 months.")))
                .isEmpty();
    }

    @Test
    void shouldAskForAConvictionBesideAVerdictAndASentence() {
        assertThat(register(Map.of("offences[1].verdict", "Found guilty", "offences[1].convictionDate", "")))
                .containsExactly("VERDICT-WITHOUT-CONVICTION-DATE");
        assertThat(register(Map.of("offences[1].verdict", "Found not guilty", "offences[1].convictionDate", "")))
                .isEmpty();
        assertThat(register(Map.of(
                        "offences[1].results[1].text",
                        "FO - Fine\nFined £500.00.",
                        "offences[1].plea",
                        "",
                        "offences[1].convictionDate",
                        "")))
                .containsExactly("SENTENCE-WITHOUT-CONVICTION");
    }

    @Test
    void shouldAskAboutARequirementThatOutlastsItsOrder() {
        assertThat(register(Map.of(
                        "offences[1].results[1].text",
                        "CO - Community order\nCommunity order made, end date 14/08/2027."
                                + " Unpaid work requirement, end date 15/08/2027.")))
                .containsExactly("REQUIREMENT-AFTER-ORDER");
        assertThat(register(Map.of(
                        "offences[1].results[1].text",
                        "CO - Community order\nCommunity order made, end date 14/08/2027."
                                + " Unpaid work requirement, end date 14/08/2027.")))
                .isEmpty();
    }

    @Test
    void shouldShowTheWorkingOfATimeLimitThatGoesBackFromAHoliday() {
        CustodyTimeLimit limit = CustodyTimeLimit.of(LocalDate.of(2026, 6, 29), 182, LISTS.bankHolidays());

        assertThat(limit.expires()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(limit.working())
                .isEqualTo("182 days from 29 June 2026, that day left out, end on Monday 28 December 2026, which is"
                        + " Boxing Day (substitute day); the last working day before it is Thursday 24 December 2026");
    }

    @Property(tries = 500)
    void shouldEndEveryTimeLimitOnAWorkingDayAndNeverLate(
            @ForAll @IntRange(max = 5000) int start, @ForAll @IntRange(min = 1, max = 182) int days) {
        BankHolidays holidays = LISTS.bankHolidays();
        LocalDate from = LocalDate.of(2015, 6, 1).plusDays(start);

        LocalDate expires = CustodyTimeLimit.of(from, days, holidays).expires();

        assertThat(holidays.isWorkingDay(expires)).isTrue();
        assertThat(expires).isBetween(from.plusDays(days - 5L), from.plusDays(days));
    }

    @Test
    void shouldWorkOutTheLimitOfEachChargeSentAndCheckThePrintedOne() {
        Map<String, String> notice = Map.of(
                "hearing.date", "2026-11-02",
                "nextHearing.at", "2026-11-30T10:00:00Z",
                "defendants[1].bailStatus", "Remanded in custody",
                "defendants[1].custodyTimeLimit", "2027-05-04",
                "defendants[1].offences[1].code", "TH68023",
                "defendants[1].offences[2].code", "CD71015");

        List<Finding> findings = SendingRules.SENDING.check(fields(notice), CONTEXT);

        assertThat(codes(findings)).containsExactly("CTL-DATE", "CTL-EXPIRES", "ENCLOSURES-SENDING");
        assertThat(findings.get(1).what())
                .contains("TH68023 on 2027-04-30; CD71015 on 2027-04-30", "157 days are left");
        assertThat(findings).noneMatch(Finding::blocks);
    }

    @Test
    void shouldCountDownToTheHearingThatIsNotListed() {
        List<Finding> findings =
                SendingRules.SENDING.check(fields(Map.of("hearing.date", "2026-11-02", "interpreter", "Yes")), CONTEXT);

        assertThat(findings.getFirst().code()).isEqualTo("LISTING-NEEDS");
        assertThat(findings.getFirst().what())
                .contains("by 2026-11-30 (28 days)", "2026-12-07, 13 days from now", "language of the interpreter");
    }

    @Test
    void shouldAskForConditionsAndAnEarlierHearing() {
        assertThat(codes(SendingRules.SENDING.check(
                        fields(Map.of(
                                "hearing.date", "2026-11-02",
                                "nextHearing.at", "2026-12-08T10:00:00Z",
                                "defendants[1].bailStatus", "Conditional bail")),
                        CONTEXT)))
                .containsExactly("PTPH-LATE", "BAIL-CONDITIONS-NOT-SAID", "ENCLOSURES-SENDING");
    }

    @Test
    void shouldListWhatComesWithACommittal() {
        Finding checklist = SendingRules.COMMITTAL
                .check(
                        fields(Map.of("hearing.date", "2026-11-02", "defendants[1].bailStatus", "Unconditional bail")),
                        CONTEXT)
                .getFirst();

        assertThat(checklist.severity()).isEqualTo(Severity.TO_DO);
        assertThat(checklist.what())
                .contains("r 28.10", "the bail decision (defendants[1].bailStatus)", "Missing: nothing", "medical");
        assertThat(checklist.fields()).containsExactly("defendants[1].bailStatus");
    }

    @Test
    void shouldNameUnknownResultCodesOnce() {
        List<Finding> findings = ResultRules.MESSAGE.check(
                fields(Map.of(
                        "offences[1].results[1].code", "1002",
                        "offences[1].results[2].code", "9998",
                        "offences[2].results[1].code", "9999")),
                CONTEXT);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("RESULT-CODE-UNKNOWN");
            assertThat(finding.what()).contains("9998, 9999");
        });
    }

    @Test
    void shouldGiveOneCodeOneSeverity() {
        Map<String, Severity> severities = new TreeMap<>();
        for (Kind kind : KindCatalogue.all()) {
            for (DatedRule rule : KindRules.datedRules(kind)) {
                Severity before = severities.putIfAbsent(rule.code(), rule.severity());
                assertThat(before == null || before == rule.severity())
                        .as(rule.code())
                        .isTrue();
                assertThat(List.of(
                                rule.asks(),
                                rule.source(),
                                rule.advice().cause(),
                                rule.advice().howToCorrect()))
                        .noneMatch(String::isBlank);
            }
        }
        assertThat(severities).hasSizeGreaterThan(15);
    }

    private static List<String> register(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "hearing.date", "2026-11-02",
                "defendant.dateOfBirth", "1990-01-01",
                "offences[1].code", "TH68023",
                "offences[1].plea", "NOT_GUILTY",
                "offences[1].convictionDate", "2026-11-02",
                "offences[2].plea", "NOT_GUILTY"));
        all.putAll(values);
        return codes(ResultRules.REGISTER.check(fields(all), CONTEXT));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static Fields fields(Map<String, String> values) {
        List<Field> fields = new ArrayList<>();
        new TreeMap<>(values).forEach((path, value) -> fields.add(Field.stated(path, value)));
        return Fields.of(fields);
    }
}
