package uk.casebridge.reading.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Reader;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.testkit.message.SpiMessage;

/** Messages that are hostile, damaged, too large, or none: each has its code, and none brings the reader down. */
final class BadMessagesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final MessageLimits STANDARD = MessageLimits.standard();

    private final Reader reader =
            new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE ResultedCaseMessage>",
                "<!DOCTYPE ResultedCaseMessage SYSTEM \"http://127.0.0.1:9/evil.dtd\">",
                "<!DOCTYPE a [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
            })
    void shouldRefuseADocumentTypeWhateverItSays(String type) {
        String message = SpiMessage.sample().wording("x").bare();

        assertThat(failure("a.xml", type + message)).contains(FailureCode.MESSAGE_DRAWS_ON_OTHERS);
    }

    @Test
    void shouldNotPutTogetherWhatAnEntityNames() {
        assertThat(failure("a.xml", SpiMessage.sample().wording("&secret;").bare()))
                .contains(FailureCode.TRUNCATED);
    }

    @Test
    void shouldStopWhereAMessageIsTooDeep() {
        String deep = "<Envelope>" + "<a>".repeat(70) + "</a>".repeat(70) + "</Envelope>";
        assertThat(failure("a.xml", deep)).contains(FailureCode.MESSAGE_TOO_DEEP);
        assertThat(failure("a.json", "[".repeat(70) + "]".repeat(70))).contains(FailureCode.MESSAGE_TOO_DEEP);
        assertThat(failure("a.json", "{\"a\":".repeat(70) + "1" + "}".repeat(70)))
                .contains(FailureCode.MESSAGE_TOO_DEEP);
        assertThat(failure("a.json", "[".repeat(100_000))).contains(FailureCode.MESSAGE_TOO_DEEP);
    }

    @Test
    void shouldStopWhereAMessageHasTooManyParts() {
        MessageLimits few = new MessageLimits(64, 10, 1_000, 10);
        assertCode(
                FailureCode.MESSAGE_TOO_MANY_PARTS,
                () -> read(SpiMessage.sample().bare(), few));
        assertCode(FailureCode.MESSAGE_TOO_MANY_PARTS, () -> read(MadeUp.hearing(), few));
    }

    @Test
    void shouldStopWhereAValueIsTooLong() {
        String value = "x".repeat(STANDARD.valueCharacters() + 1);
        assertThat(failure("a.xml", SpiMessage.sample().wording(value).bare()))
                .contains(FailureCode.MESSAGE_VALUE_TOO_LONG);
        assertThat(failure("a.json", MadeUp.hearing().replace("Theft from a shop", value)))
                .contains(FailureCode.MESSAGE_VALUE_TOO_LONG);
        assertThat(failure("a.json", MadeUp.hearing().replace("Theft from a shop", value.repeat(6))))
                .contains(FailureCode.MESSAGE_VALUE_TOO_LONG);
    }

    @Test
    void shouldStopWhereAMessageIsAboutTooMany() {
        MessageLimits one = new MessageLimits(64, 10_000, 10_000, 1);
        String two = MadeUp.courtList(
                "5_14082026_2576_B01EF03_ADULT_COURT_LIST_DAILY",
                "03",
                MadeUp.caseOf("A", "P") + MadeUp.caseOf("B", "P"));
        assertCode(FailureCode.MESSAGE_TOO_MANY_RECORDS, () -> read(two, one));
    }

    @Test
    void shouldCountWhatAnotherMessageCarriesTowardsTheSameLimits() {
        String inner = "&lt;ResultedCaseMessage&gt;" + "x".repeat(2_000) + "&lt;/ResultedCaseMessage&gt;";
        String outer = "<RouteData><DataStreamContent>" + inner + "</DataStreamContent></RouteData>";

        assertCode(
                FailureCode.TOO_MUCH_TEXT,
                () -> MessageFile.of(outer.getBytes(StandardCharsets.UTF_8), "a.xml")
                        .orElseThrow()
                        .read(Allowance.of(Limits.standard().withCharacters(3_000))));
    }

    @Test
    void shouldStopWhenItsTimeIsUp() {
        byte[] many =
                MadeUp.courtList("", "03", MadeUp.caseOf("A", "P").repeat(500)).getBytes(StandardCharsets.UTF_8);

        assertCode(
                FailureCode.TOO_SLOW,
                () -> MessageFile.of(many, "a.xml")
                        .orElseThrow()
                        .read(Allowance.of(Limits.standard().withTime(Duration.ZERO))));
    }

    @Test
    void shouldSayOfDataThatNobodyKnowsIt() {
        for (String data : List.of(
                "{\"cjsCode\": \"G\"}",
                "[]",
                "[{\"hearing\": {\"courtCentre\": {}, \"hearingDays\": []}}, {\"hearing\": {}}]",
                "{}",
                "[1, 2]")) {
            assertThat(failure("a.json", data)).as(data).contains(FailureCode.MESSAGE_UNKNOWN);
        }
        assertThat(failure("a.xml", "<invoice><total>3</total></invoice>")).contains(FailureCode.MESSAGE_UNKNOWN);
        assertThat(failure("a.xml", MadeUp.inSoap("<other/>"))).contains(FailureCode.MESSAGE_UNKNOWN);
        assertThat(failure("a.xml", "<RouteData><DataStreamContent>&lt;a/&gt;</DataStreamContent></RouteData>"))
                .contains(FailureCode.MESSAGE_UNKNOWN);
    }

    @Test
    void shouldSayOfAMessageWithoutCasesThatItIsAboutNobody() {
        assertThat(failure("a.xml", MadeUp.courtList("", "03", ""))).contains(FailureCode.NO_RECORD);
        assertThat(failure("a.xml", "<ResultedCaseMessage/>")).contains(FailureCode.NO_RECORD);
        assertThat(failure(
                        "a.json", "{\"hearing\": {\"courtCentre\": {\"code\": \"B01EF00\"}, \"hearingDays\": [{}]}}"))
                .contains(FailureCode.NO_RECORD);
    }

    @Test
    void shouldBelieveTheContentAndNotTheName() {
        assertThat(failure("letter.pdf", SpiMessage.sample().delivered())).contains(FailureCode.WRONG_TYPE);
        assertThat(failure("hearing.xml", MadeUp.hearing())).contains(FailureCode.WRONG_TYPE);
        assertThat(failure("list.json", MadeUp.courtList())).contains(FailureCode.WRONG_TYPE);
        assertThat(failure("list.xml", "A letter that was given the wrong ending."))
                .contains(FailureCode.WRONG_TYPE);
        assertThat(failure("results", SpiMessage.sample().delivered())).isEmpty();
        assertThat(failure("results.txt", SpiMessage.sample().delivered())).isEmpty();
    }

    @Test
    void shouldLeaveDocumentsThatOnlyBeginLikeAMessageToOthers() {
        for (String text : List.of(
                "<Reference 5> Dear clerk, please find enclosed",
                "[Draft] Notice of sending",
                "{not data} a note",
                "<html><body>Remand warrant</body></html>")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(MessageFile.of(bytes, "note.txt")).as(text).isEmpty();
        }
        assertThat(MessageFile.of("{\"a\": 1}".getBytes(StandardCharsets.UTF_8), "note.txt"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldHaveAnAnswerForAMessageCutOffAnywhere(String name, String message) {
        for (int end = 1; end < message.strip().length(); end += 23) {
            Optional<FailureCode> failure = failure(name, message.substring(0, end));

            assertThat(failure)
                    .as("cut off after %d characters", end)
                    .isPresent()
                    .get()
                    .isIn(
                            FailureCode.TRUNCATED,
                            FailureCode.WRONG_TYPE,
                            FailureCode.EMPTY,
                            FailureCode.MESSAGE_UNKNOWN);
        }
    }

    /** Each value in turn is empty, each is something else: a record comes of it or it is about nobody, never an error of ours. */
    @ParameterizedTest
    @MethodSource("messages")
    void shouldHaveAnAnswerForAMessageWithAnyValueMissingOrWrong(String name, String message) {
        Matcher value =
                Pattern.compile("(?<=>)[^<>\\s][^<>]*(?=</)|(?<=: )\"[^\"]*\"").matcher(message);
        int values = 0;
        while (value.find()) {
            values++;
            boolean quoted = value.group().startsWith("\"");
            for (String other :
                    List.of("", "-", "1e999", "99999999999999999999", "2026-02-31", "\u00a7 \uD83D\uDE00")) {
                String changed = message.substring(0, value.start())
                        + (quoted ? "\"" + other + "\"" : other)
                        + message.substring(value.end());

                assertThat(failure(name, changed).filter(code -> code != FailureCode.NO_RECORD))
                        .as("%s in place of %s", other, value.group())
                        .isEmpty();
            }
        }
        assertThat(values).isGreaterThan(15);
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("results.xml", SpiMessage.sample().delivered()),
                Arguments.of("list.xml", MadeUp.inSoap(MadeUp.courtList())),
                Arguments.of("hearing.json", MadeUp.hearing()));
    }

    private Optional<FailureCode> failure(String name, String content) {
        Reading reading = reader.read(content.getBytes(StandardCharsets.UTF_8), name, NOW);
        return reading.failure().map(Failure::code);
    }

    private static Message read(String content, MessageLimits limits) {
        return MessageFile.of(content.getBytes(StandardCharsets.UTF_8), "message")
                .orElseThrow()
                .read(Allowance.of(Limits.standard()), limits);
    }

    private static void assertCode(FailureCode code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        PaperFailedException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }
}
