package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.PoisonousMessageException;

class IntakeMessageTest {

    private static final Instant SENT = Instant.parse("2026-08-14T09:00:00Z");

    @Test
    void shouldDecodeTheKeyOfANotification() {
        String body = """
                {"Records":[{"eventTime":"2026-08-14T08:00:00.000Z","s3":{"bucket":{"name":"incoming"},
                 "object":{"key":"drop/B01BH00/warrant+of+O%27Neil.pdf","size":12}}}]}""";

        assertThat(IntakeMessage.parse(body, SENT))
                .isEqualTo(new IntakeMessage.Arrived(java.util.List.of(new IntakeMessage.ArrivedFile(
                        "drop/B01BH00/warrant of O'Neil.pdf", Instant.parse("2026-08-14T08:00:00Z")))));
    }

    @Test
    void shouldTakeTheTimeOfSendingWhereANotificationNamesNone() {
        IntakeMessage message = IntakeMessage.parse("{\"Records\":[{\"s3\":{\"object\":{\"key\":\"a\"}}}]}", SENT);

        assertThat(((IntakeMessage.Arrived) message).files().getFirst().at()).isEqualTo(SENT);
    }

    @Test
    void shouldKnowAWakeUpCall() {
        assertThat(IntakeMessage.parse("{\"paper\":\"p-01J5A000000000000000000000\"}", SENT))
                .isEqualTo(new IntakeMessage.Look(new PaperId("p-01J5A000000000000000000000")));
    }

    @Test
    void shouldKnowTheTrialMessageOfS3() {
        assertThat(IntakeMessage.parse("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}", SENT))
                .isEqualTo(new IntakeMessage.Trial());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[]",
                "{}",
                "{\"paper\":7}",
                "{\"paper\":\"p-1\"}",
                "{\"Records\":[]}",
                "{\"Records\":[{\"s3\":{}}]}",
                "{\"Records\":[{\"eventTime\":\"noon\",\"s3\":{\"object\":{\"key\":\"a\"}}}]}",
                "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"%zz\"}}}]}"
            })
    void shouldRefuseAMessageThatIsNotOurs(String body) {
        assertThatThrownBy(() -> IntakeMessage.parse(body, SENT)).isInstanceOf(PoisonousMessageException.class);
    }
}
