package uk.casebridge.store.aws;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.casebridge.store.aws.Sealed.Spot;

class SealedPropertiesTest {

    private static final Spot SPOT = new Spot("PAPER#1", "PAPER", "fileName");
    private final Sealed sealed = new Sealed(() -> new SecretKeySpec(new byte[32], "AES"));

    @Property
    void shouldOpenWhatItSealed(@ForAll byte[] plain) {
        assertThat(sealed.open(sealed.seal(plain, SPOT), SPOT)).isEqualTo(plain);
    }

    @Property
    void shouldShowNothingButTheLengthOfWhatItSealed(@ForAll byte[] plain) {
        // A version, a nonce and a tag.
        assertThat(sealed.seal(plain, SPOT)).hasSize(1 + 12 + plain.length + 16);
    }
}
