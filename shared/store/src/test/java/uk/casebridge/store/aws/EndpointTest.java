package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Settings;
import uk.casebridge.store.contract.Samples;

/** The same code must reach AWS and any endpoint the environment names instead. */
class EndpointTest {

    private final PaperId id = Samples.paperId();

    @BeforeEach
    void credentials() {
        System.setProperty("aws.region", "eu-west-2");
        System.setProperty("aws.accessKeyId", "AKID");
        System.setProperty("aws.secretAccessKey", "secret");
    }

    @AfterEach
    void forget() {
        for (String name : new String[] {"region", "accessKeyId", "secretAccessKey", "endpointUrlS3"}) {
            System.clearProperty("aws." + name);
        }
    }

    @Test
    void shouldPostAndLinkToAwsByItself() {
        assertThat(action()).isEqualTo("https://incoming.s3.eu-west-2.amazonaws.com/");
        assertThat(link()).startsWith("https://originals.s3.eu-west-2.amazonaws.com/papers/" + id + "?");
    }

    @Test
    void shouldPostAndLinkToTheEndpointTheEnvironmentNames() {
        System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:4566");

        assertThat(action()).isEqualTo("http://127.0.0.1:4566/incoming");
        assertThat(link()).startsWith("http://127.0.0.1:4566/originals/papers/" + id + "?");
    }

    private String action() {
        return store().originals()
                .uploadForm(
                        id, "application/pdf", false, 1000, Optional.empty(), Duration.ofMinutes(5), Optional.empty())
                .action()
                .toString();
    }

    private String link() {
        return store().originals()
                .link(id, "v1", "a.pdf", "application/pdf", Duration.ofSeconds(60))
                .toString();
    }

    private static AwsStore store() {
        Settings settings = Settings.of(Map.of(
                "CASEBRIDGE_TABLE", "t",
                "CASEBRIDGE_KEY", "k",
                "CASEBRIDGE_INCOMING", "incoming",
                "CASEBRIDGE_ORIGINALS", "originals"));
        return AwsStore.of(AwsClients.standard(), AwsNames.of(settings), Samples.clock());
    }
}
