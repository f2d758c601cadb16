package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.recipient.Recipient;

class SettingsTest {

    private static final Map<String, String> NEEDED = Map.of(
            "extract", "TABLE KEY INCOMING ORIGINALS EVIDENCE STANDING_DATA EXTRACT_QUEUE PICTURE_QUEUE READING OCR",
            "picture", "TABLE KEY ORIGINALS EVIDENCE",
            "relay", "TABLE KEY EVIDENCE RECIPIENT_QUEUES",
            "sweep", "TABLE KEY RECIPIENT_QUEUES EXTRACT_QUEUE PICTURE_QUEUE",
            "agencies", "TABLE KEY ORIGINALS EVIDENCE AGENCY_CLIENTS",
            "operator",
                    "TABLE KEY INCOMING ORIGINALS EVIDENCE RECIPIENT_QUEUES DEAD_LETTERS EXTRACT_QUEUE PICTURE_QUEUE"
                            + " STANDING_DATA ROOM_QUEUES ROOM_DEAD_LETTERS OPERATOR_CLIENTS",
            "portal", "TABLE KEY INCOMING ORIGINALS EVIDENCE EXTRACT_QUEUE OIDC_ISSUER OIDC_CLIENT PORTAL_URL");

    @Test
    void shouldGiveEveryRoomTheSettingsItNeedsAndNoOther() {
        Map<String, Set<String>> given = new TreeMap<>();
        Synthesis.get()
                .resources("AWS::Lambda::Function")
                .forEach(function -> given.put(
                        function.properties().path("Handler").asText().split("\\.")[2],
                        new TreeSet<>(function.properties()
                                .at("/Environment/Variables")
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .toList())));
        Map<String, Set<String>> needed = new TreeMap<>();
        NEEDED.forEach((room, settings) -> needed.put(
                room,
                Arrays.stream(settings.split(" "))
                        .map(setting -> "CASEBRIDGE_" + setting)
                        .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(given).isEqualTo(needed);
    }

    @Test
    void shouldNameEveryLaneInTheRecipientsQueues() {
        JsonNode queues = Synthesis.get()
                .resources("AWS::Lambda::Function")
                .filter(function -> function.id().startsWith("RelayFunction"))
                .findFirst()
                .orElseThrow()
                .properties()
                .at("/Environment/Variables/CASEBRIDGE_RECIPIENT_QUEUES");

        assertThat(readable(queues))
                .startsWith("crown-court=URL,crown-court-urgent=URL,prison=URL,prison-urgent=URL,")
                .isEqualTo(Stream.of(Recipient.values())
                        .map(recipient -> recipient.id() + "=URL," + recipient.id() + "-urgent=URL")
                        .collect(Collectors.joining(",")));
    }

    @Test
    void shouldTellAgenciesByTheirClients() {
        JsonNode clients = Synthesis.get()
                .resources("AWS::Lambda::Function")
                .filter(function -> function.id().startsWith("AgenciesFunction"))
                .findFirst()
                .orElseThrow()
                .properties()
                .at("/Environment/Variables/CASEBRIDGE_AGENCY_CLIENTS");

        assertThat(readable(clients))
                .startsWith("URL=crown-court,URL=prison,")
                .isEqualTo(Stream.of(Recipient.values())
                        .map(recipient -> "URL=" + recipient.id())
                        .collect(Collectors.joining(",")));
    }

    private static String readable(JsonNode join) {
        return join.at("/Fn::Join/1")
                .valueStream()
                .map(part -> part.isTextual() ? part.asText() : "URL")
                .collect(Collectors.joining());
    }
}
