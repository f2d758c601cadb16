package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployablesTest {

    @Test
    void shouldFindWhatTheBuildPackaged(@TempDir Path checkout) throws IOException {
        Path packaged = Files.createDirectories(checkout.resolve("functions/relay/target/deployable"));

        assertThat(Deployables.built(checkout).of(Room.RELAY)).isEqualTo(packaged);
    }

    @Test
    void shouldSayWhatToBuildWhenItIsMissing(@TempDir Path checkout) {
        assertThatThrownBy(() -> Deployables.built(checkout).of(Room.RELAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("relay function is not packaged")
                .hasMessageContaining("-pl functions/relay package");
    }
}
