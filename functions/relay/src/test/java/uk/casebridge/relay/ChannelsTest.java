package uk.casebridge.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.events.DeliveryEvent;
import uk.casebridge.events.Schemas;

/** The published language knows every recipient and every kind of the catalogues. */
final class ChannelsTest {

    @Test
    void shouldPublishAChannelForEachRecipientAndLane() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (JsonNode channel :
                new JsonMapper().readTree(resource("asyncapi.json")).path("channels")) {
            addresses.add(channel.path("address").asText());
        }

        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(Recipient.values())
                                        .flatMap(recipient -> Stream.of(recipient.id(), recipient.id() + "-urgent")),
                                Stream.of("/api/agencies/deliveries/{delivery}/receipts"))
                        .toList());
    }

    @Test
    void shouldPublishAnExampleOfEachEventForEachKind() throws IOException {
        for (var kind : KindCatalogue.all()) {
            for (DeliveryEvent.Type type : DeliveryEvent.Type.values()) {
                DeliveryEvent example =
                        DeliveryEvent.fromJson(resource("examples/" + type.schemaName() + "." + kind.id() + ".json"));

                assertThat(example.kind()).isEqualTo(kind.id());
                Recipient recipient = Recipient.withId(example.recipient()).orElseThrow();
                var entitlement = kind.entitlementOf(recipient).orElseThrow();
                assertThat(example.fields().byPath().keySet())
                        .allMatch(path -> entitlement.allowed().stream().anyMatch(allowed -> allowed.fits(path)));
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
