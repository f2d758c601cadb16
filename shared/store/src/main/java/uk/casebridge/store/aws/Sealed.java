package uk.casebridge.store.aws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what is personal before it reaches the table, and opens it again: AES-256-GCM with a random 96-bit nonce, bound
 * to the item and attribute it stands in, so that a sealed value moved elsewhere does not open. Its form: one byte for
 * the key's version, twelve for the nonce, then the cipher text with its 128-bit tag.
 */
final class Sealed {

    private static final byte KEY_VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<SecretKey> key;
    private final SecureRandom chance = new SecureRandom();

    Sealed(Supplier<SecretKey> key) {
        this.key = key;
    }

    byte[] seal(byte[] plain, Spot spot) {
        byte[] nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        byte[] cipherText = run(Cipher.ENCRYPT_MODE, nonce, plain, 0, plain.length, spot, KEY_VERSION);
        return ByteBuffer.allocate(1 + NONCE + cipherText.length)
                .put(KEY_VERSION)
                .put(nonce)
                .put(cipherText)
                .array();
    }

    byte[] seal(String plain, Spot spot) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), spot);
    }

    /** @throws IllegalStateException if it was not sealed for this spot with this key, or was changed since */
    byte[] open(byte[] sealed, Spot spot) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != KEY_VERSION) {
            throw new IllegalStateException("Not a sealed value of a known key version at " + spot.attribute());
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        return run(Cipher.DECRYPT_MODE, nonce, sealed, 1 + NONCE, sealed.length - 1 - NONCE, spot, sealed[0]);
    }

    String openText(byte[] sealed, Spot spot) {
        return new String(open(sealed, spot), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int from, int length, Spot spot, byte version) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(new byte[] {version});
            cipher.updateAAD(spot.bytes());
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal or open the " + spot.attribute() + " of " + spot.pk(), e);
        }
    }

    /** The item and attribute a sealed value stands in. */
    record Spot(String pk, String sk, String attribute) {
        byte[] bytes() {
            // No key or attribute holds a line feed, so no two spots give the same bytes.
            return (pk + "\n" + sk + "\n" + attribute).getBytes(StandardCharsets.UTF_8);
        }
    }
}
