package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import uk.casebridge.store.aws.Sealed.Spot;

class SealedTest {

    private static final Spot SPOT = new Spot("PAPER#1", "PAPER", "fileName");
    private final Sealed sealed = with((byte) 1);

    @Test
    void shouldSealTheSameTextDifferentlyEachTime() {
        assertThat(sealed.seal("a name", SPOT)).isNotEqualTo(sealed.seal("a name", SPOT));
    }

    @Test
    void shouldNotOpenInAnotherSpot() {
        byte[] value = sealed.seal("a name", SPOT);

        for (Spot other : new Spot[] {
            new Spot("PAPER#2", "PAPER", "fileName"),
            new Spot("PAPER#1", "VERSION", "fileName"),
            new Spot("PAPER#1", "PAPER", "reason")
        }) {
            assertThatThrownBy(() -> sealed.open(value, other)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldNotOpenWhatWasChanged() {
        byte[] value = sealed.seal("a name", SPOT);
        for (int at = 0; at < value.length; at++) {
            byte[] changed = value.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> sealed.open(changed, SPOT)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldNotOpenWithAnotherKey() {
        assertThatThrownBy(() -> with((byte) 2).open(sealed.seal("a name", SPOT), SPOT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotOpenWhatIsTooShort() {
        assertThatThrownBy(() -> sealed.open("\u0001short".getBytes(StandardCharsets.UTF_8), SPOT))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Sealed with(byte fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, fill);
        return new Sealed(() -> new SecretKeySpec(key, "AES"));
    }
}
