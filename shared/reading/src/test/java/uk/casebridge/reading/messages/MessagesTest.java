package uk.casebridge.reading.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Reader;
import uk.casebridge.testkit.message.SpiMessage;

/** What messages say, by the same door as any other paper. */
final class MessagesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldReadResultsWithTheirRawWordsAndWithoutPlaces() {
        Reading.ReadRecord record = only(read("results.xml", SpiMessage.sample().delivered()));

        assertThat(record.fields().all())
                .allMatch(field -> field.place().isEmpty())
                .allMatch(field -> field.confidence() == 1);
        assertThat(record.fields().at("court.code"))
                .contains(new Field("court.code", "B01EF00", "B01EF03", 1, Optional.empty()));
        assertThat(record.fields().at("offences[1].plea"))
                .contains(new Field("offences[1].plea", "Guilty", "1", 1, Optional.empty()));
        assertThat(values(
                        record.fields(),
                        "court.name",
                        "hearing.room",
                        "hearing.date",
                        "hearing.startsAt",
                        "defendant.name",
                        "defendant.gender",
                        "defendant.bailStatus",
                        "defendant.address",
                        "offences[1].sequence",
                        "offences[1].modeOfTrial",
                        "offences[1].verdict",
                        "offences[1].results[1].amount"))
                .containsExactly(
                        "Croydon Magistrates' Court",
                        "03",
                        "2026-08-14",
                        // Ten o'clock in London, in summer.
                        "2026-08-14T09:00:00Z",
                        "Gethin Pugh",
                        "Male",
                        "Unconditional bail",
                        "12 Long Acre\nCroydon",
                        "1",
                        "Summary only",
                        "Guilty",
                        "100.00");
        assertThat(record.sourceTime())
                .isEqualTo(new SourceTime(
                        Optional.of(Instant.parse("2026-08-14T15:30:00Z")),
                        SourceTime.Evidence.MESSAGE,
                        Optional.empty()));
        assertThat(record.findings()).isEmpty();
    }

    @Test
    void shouldSayThatNoPageWasReadAndWhatToldTheKind() {
        Reading reading = read("results.xml", SpiMessage.sample().delivered());

        assertThat(reading.mediaType()).isEqualTo("application/xml");
        assertThat(reading.pages()).isZero();
        assertThat(reading.scores())
                .containsExactly(new Reading.Score("resulted-case", 1, List.of("ResultedCaseMessage")));
    }

    @Test
    void shouldReadABareMessageTheSameButForItsTime() {
        SpiMessage message = SpiMessage.sample();

        Reading.ReadRecord bare = only(read("results.xml", message.bare()));

        assertThat(bare.fields())
                .isEqualTo(only(read("results.xml", message.delivered())).fields());
        assertThat(bare.sourceTime()).isEqualTo(SourceTime.unknown());
    }

    @Test
    void shouldReadAMessageThatAnotherCarriesAsText() {
        String inner = SpiMessage.sample()
                .wording("Something &lt; 240 grams at Elephant &amp; Castle")
                .bare()
                .replace("&", "&amp;")
                .replace("<", "&lt;");
        String outer = """
                <RouteData xmlns="http://schemas.cjse.gov.uk/common/operations">
                  <DataStream>
                    <Dated>2026-08-14</Dated>
                    <Timed>16:57:17.043Z</Timed>
                    <DataStreamContent>
                      %s
                    </DataStreamContent>
                  </DataStream>
                </RouteData>
                """.formatted(inner);

        Reading.ReadRecord record = only(read("results.xml", outer));

        assertThat(record.fields().value("offences[1].wording")).contains("Something < 240 grams at Elephant & Castle");
        assertThat(record.sourceTime().stated()).contains(Instant.parse("2026-08-14T16:57:17.043Z"));
    }

    @ParameterizedTest
    @CsvSource({"000, OFFENCE-SEQUENCE", "1000, OFFENCE-SEQUENCE", "X, OFFENCE-SEQUENCE"})
    void shouldHoldAnOffenceWhoseNumberIsNone(String sequence, String code) {
        assertThat(blocking(read("a.xml", SpiMessage.sample().sequence(sequence).delivered())))
                .containsExactly(code);
    }

    @Test
    void shouldFindWhatIsWrongWithTheNumbersOfACase() {
        assertThat(blocking(read("a.xml", SpiMessage.sample().urn("XXXXXXXXX").delivered())))
                .containsExactly("URN-SHAPE");
        assertThat(blocking(read("a.xml", SpiMessage.sample().urn("").delivered())))
                .containsExactly("FIELD-MISSING");
        assertThat(codes(read("a.xml", SpiMessage.sample().asn("").delivered())))
                .containsExactly("ASN-MISSING");
        assertThat(codes(read(
                        "a.xml", SpiMessage.sample().asn("1101ZD0100000448754J").delivered())))
                .containsExactly("ASN-CHECK-CHARACTER");
        assertThat(codes(read("a.xml", SpiMessage.sample().withoutResults().delivered())))
                .containsExactly("OFFENCE-WITHOUT-RESULT");
    }

    @Test
    void shouldAskNoDateOfBirthOfAnOrganisation() {
        Reading reading = read(
                "a.xml",
                SpiMessage.sample().aboutOrganisation("Pugh Haulage Ltd").delivered());

        assertThat(codes(reading)).containsExactly("DEFENDANT-ORGANISATION");
        assertThat(values(only(reading).fields(), "defendant.name", "defendant.organisation"))
                .containsExactly("Pugh Haulage Ltd", "yes");
    }

    @Test
    void shouldMarkAYouth() {
        Reading reading = read(
                "a.xml",
                SpiMessage.sample().about("Gethin", "Pugh", "2010-01-02").delivered());

        assertThat(codes(reading)).containsExactly("DEFENDANT-YOUTH");
        assertThat(only(reading).restrictions()).containsExactly("Youth: a defendant was under 18 at the hearing");
    }

    @Test
    void shouldNotBelieveAMessageFromBeforeItsHearing() {
        Reading reading = read(
                "a.xml",
                SpiMessage.sample().createdAt("2001-12-17T09:30:47-05:00").delivered());

        assertThat(codes(reading)).containsExactly("MESSAGE-BEFORE-HEARING");
        assertThat(only(reading).sourceTime()).isEqualTo(SourceTime.unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "Llŷr Ŵyn, UTF-8, UTF-8",
        "Llŷr Ŵyn, UTF-16, UTF-16",
        "Siân £5, ISO-8859-1, ISO-8859-1",
        "Siân £5, windows-1252, windows-1252"
    })
    void shouldReadEveryEncodingThatAMessageNames(String text, String named, String written) {
        String message = SpiMessage.sample().wording(text).delivered().replace("UTF-8", named);

        Reading reading = reader.read(message.getBytes(Charset.forName(written)), "a.xml", NOW);

        assertThat(only(reading).fields().value("offences[1].wording")).contains(text);
        assertThat(codes(reading)).isEmpty();
    }

    @Test
    void shouldSurviveAMessageThatNamesAnotherEncodingThanItHas() {
        byte[] bytes =
                SpiMessage.sample().wording("Stole £5 from Siân").delivered().getBytes(Charset.forName("windows-1252"));

        Reading reading = reader.read(bytes, "a.xml", NOW);

        assertThat(only(reading).fields().value("offences[1].wording")).contains("Stole £5 from Siân");
        assertThat(codes(reading)).containsExactly("MESSAGE-ENCODING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#x1F;", "&#0;", "&#31;", "\u001F", "\uFFFD", "&#xFFFE;", "&#xD800;"})
    void shouldSurviveACharacterThatMayNotStandThereAndSayWhere(String character) {
        Reading reading = read(
                "a.xml",
                SpiMessage.sample().wording("Stole " + character + " 5").delivered());

        Field wording = only(reading).fields().at("offences[1].wording").orElseThrow();
        assertThat(wording.value()).isEqualTo("Stole \uFFFD 5");
        assertThat(wording.confidence()).isLessThan(0.5);
        assertThat(codes(reading)).containsExactly("FIELD-IN-DOUBT");
    }

    @Test
    void shouldLeaveCharactersThatMayStandAsTheyAre() {
        Reading reading = read(
                "a.xml",
                SpiMessage.sample().wording("&#163;5 &amp; &#x1F600; &#38;#38;").delivered());

        assertThat(only(reading).fields().value("offences[1].wording")).contains("£5 & \uD83D\uDE00 &#38;");
    }

    @Test
    void shouldReadACourtListBareAndInSoap() {
        Reading bare = read("list.xml", MadeUp.courtList());
        Reading soap = read("list.xml", MadeUp.inSoap(MadeUp.courtList()));

        Reading.ReadRecord record = only(bare);
        assertThat(record).isEqualTo(only(soap));
        assertThat(bare.kind()).contains("daily-court-list");
        assertThat(values(
                        record.fields(),
                        "court.code",
                        "hearing.room",
                        "hearing.date",
                        "hearing.startsAt",
                        "defendant.name",
                        "defendant.dateOfBirth",
                        "defendant.pncId",
                        "case.number",
                        "offences[1].summary",
                        "offences[1].plea",
                        "offences[1].adjournedOn"))
                .containsExactly(
                        "B01EF00",
                        "03",
                        "2026-08-14",
                        "2026-08-14T09:30:00Z",
                        "Gethin PUGH",
                        "1988-08-06",
                        "2012/0052494Q",
                        "2608004512",
                        "Stole meat & cheese to the value of £86.40.",
                        "Not guilty",
                        "2026-08-01");
        assertThat(record.sourceTime().stated()).contains(Instant.parse("2026-08-13T15:05:04Z"));
        assertThat(codes(bare)).containsExactly("CRO-STAND-IN");
    }

    @Test
    void shouldTakeTheRoutingOfTheFileWhereTheListHasNone() {
        String list = MadeUp.courtList("", "00", MadeUp.caseOf("MR Gethin PUGH", "P"));

        Fields fields = only(read("5_14082026_2576_B01EF07_ADULT_COURT_LIST_DAILY.xml", list))
                .fields();

        assertThat(values(fields, "court.code", "hearing.room")).containsExactly("B01EF00", "07");
    }

    @Test
    void shouldSayWhenARoomIsNoneAndWhenTheFileIsOfAnotherDay() {
        String list = MadeUp.courtList(
                "5_15082026_2576_B01EF50_ADULT_COURT_LIST_DAILY", "50", MadeUp.caseOf("MR Gethin PUGH", "P"));

        assertThat(codes(read("list.xml", list)))
                .containsExactlyInAnyOrder("ROOM-DUMMY", "CRO-STAND-IN", "LIST-DATE-DIFFERS");
    }

    @Test
    void shouldTellOfACaseThatIsListedAgainOnTheSameDay() {
        String morning = MadeUp.courtList();
        String afternoon = morning.replace("<room>03</room>", "<room>05</room>").replace("10:30", "14:00");
        String session = afternoon.substring(
                afternoon.indexOf("<session>"), afternoon.indexOf("</session>") + "</session>".length());

        Reading reading = read("list.xml", morning.replace("</sessions>", session + "</sessions>"));

        assertThat(codes(reading)).containsExactlyInAnyOrder("CRO-STAND-IN", "LISTED-AGAIN");
        assertThat(only(reading).findings())
                .extracting(Finding::what)
                .contains("The case stands on the list of that day once more in room 05 at 14:00.");
        assertThat(only(reading).fields().value("hearing.room")).contains("03");
    }

    @Test
    void shouldReadAnOrganisationOnAList() {
        String list = MadeUp.courtList(
                "5_14082026_2576_B01EF03_ADULT_COURT_LIST_DAILY", "03", MadeUp.caseOf("PUGH HAULAGE LTD", "O"));

        Reading reading = read("list.xml", list);

        assertThat(codes(reading)).containsExactlyInAnyOrder("DEFENDANT-ORGANISATION", "CRO-STAND-IN");
        assertThat(only(reading).fields().value("defendant.name")).contains("PUGH HAULAGE LTD");
    }

    @Test
    void shouldReadAHearingWithItsTimesOfLondon() {
        Reading reading = read("hearing.json", MadeUp.hearing());

        Reading.ReadRecord record = only(reading);
        assertThat(reading.mediaType()).isEqualTo("application/json");
        assertThat(record.urgency()).isEqualTo(Urgency.CUSTODY);
        assertThat(values(
                        record.fields(),
                        "case.urn",
                        "hearing.date",
                        "hearing.room",
                        "hearing.type",
                        "hearing.jurisdiction",
                        "defendant.name",
                        "defendant.asn",
                        "offences[1].plea",
                        "offences[1].results[1].text",
                        "offences[1].results[1].category",
                        "offences[1].results[1].amount"))
                .containsExactly(
                        "01ZD0303226",
                        "2026-08-14",
                        "Courtroom 05",
                        "Sentence",
                        "Magistrates",
                        "Gethin Tomos Pugh",
                        "1101ZD0100000448754K",
                        "Not guilty",
                        "FO - Fine Fined £100",
                        "FINAL",
                        "100.00");
        assertThat(record.fields().members("offences[1].results")).hasSize(1);
        assertThat(record.sourceTime().stated()).contains(Instant.parse("2026-08-14T15:38:02.191Z"));
        assertThat(codes(reading)).isEmpty();
    }

    @Test
    void shouldTakeTheDayOfAHearingInLondon() {
        String hearing =
                MadeUp.hearing("2026-08-14T23:30:00.000Z", "2026-08-15T15:00:00Z", MadeUp.person("1988-11-11", false));

        assertThat(only(read("hearing.json", hearing)).fields().value("hearing.date"))
                .contains("2026-08-15");
    }

    @Test
    void shouldSayWhereTheMarkerOfAYouthAndTheDateOfBirthDisagree() {
        String hearing =
                MadeUp.hearing("2026-08-14T09:00:00.000Z", "2026-08-14T15:00:00Z", MadeUp.person("1988-11-11", true));

        Reading reading = read("hearing.json", hearing);

        assertThat(codes(reading)).containsExactly("YOUTH-MARKER-DISAGREES");
        assertThat(only(reading).restrictions()).isNotEmpty();
    }

    @Test
    void shouldLoseNoCaseThatNamesNobody() {
        String results = SpiMessage.sample().bare().replaceAll("(?s)<DC:Defendant>.*</DC:Defendant>", "");
        String hearing = MadeUp.hearing().replaceAll("(?s)\"defendants\": \\[\\{.*}]\\s*}],", "\"defendants\": []}],");

        assertThat(blocking(read("a.xml", results))).contains("FIELD-MISSING");
        assertThat(blocking(read("a.json", hearing))).contains("FIELD-MISSING");
        assertThat(only(read("a.json", hearing)).fields().value("case.urn")).contains("01ZD0303226");
    }

    @Test
    void shouldPutAnApplicationWithItsDefendantElseByItselfElseSayThatItIsLeftOut() {
        String application = """
                "courtApplications": [
                  {"applicationReference": "01ZD0303226", "type": {"type": "To vary bail"},
                   "subject": {"masterDefendant": {"masterDefendantId": "%s",
                     "personDefendant": {"personDetails": {"firstName": "Ann", "lastName": "Jones", "dateOfBirth": "1990-01-01"}}}},
                   "judicialResults": [{"label": "Granted", "resultText": "Granted"}]},
                  {"applicationReference": "01ZD0303226", "subject": {"prosecutingAuthority": {"name": "CPS"}}}
                ],
                "type": {"description"
                """;

        Reading same = read(
                "a.json",
                MadeUp.hearing()
                        .replace(
                                "\"type\": {\"description\"",
                                application.formatted("m1").strip()));
        Reading other = read(
                "a.json",
                MadeUp.hearing()
                        .replace(
                                "\"type\": {\"description\"",
                                application.formatted("m2").strip()));

        assertThat(codes(same)).containsExactly("APPLICATION-LEFT-OUT");
        assertThat(values(only(same).fields(), "applications[1].type", "applications[1].results[1].text"))
                .containsExactly("To vary bail", "Granted");
        assertThat(other.records()).hasSize(2);
        assertThat(other.records().getLast().fields().value("defendant.name")).contains("Ann Jones");
    }

    @Test
    void shouldReadALegalEntity() {
        String entity = """
                "legalEntityDefendant": {"organisation": {"name": "Pugh Haulage Ltd", "address": {"address1": "Unit 4"}}}
                """;

        Reading reading = read("hearing.json", MadeUp.hearing("2026-08-14T09:00:00Z", "2026-08-14T15:00:00Z", entity));

        assertThat(codes(reading)).containsExactly("DEFENDANT-ORGANISATION");
        assertThat(values(only(reading).fields(), "defendant.name", "defendant.address"))
                .containsExactly("Pugh Haulage Ltd", "Unit 4");
    }

    private Reading read(String name, String message) {
        return reader.read(message.getBytes(StandardCharsets.UTF_8), name, NOW);
    }

    private static Reading.ReadRecord only(Reading reading) {
        assertThat(reading.failure()).isEmpty();
        assertThat(reading.records()).hasSize(1);
        return reading.records().getFirst();
    }

    private static List<String> codes(Reading reading) {
        return only(reading).findings().stream().map(Finding::code).toList();
    }

    private static List<String> blocking(Reading reading) {
        return only(reading).findings().stream()
                .filter(Finding::blocks)
                .map(Finding::code)
                .toList();
    }

    private static List<String> values(Fields fields, String... paths) {
        return List.of(paths).stream()
                .map(path -> fields.value(path).orElse("nothing at " + path))
                .toList();
    }
}
