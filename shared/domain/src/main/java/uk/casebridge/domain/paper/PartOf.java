package uk.casebridge.domain.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * That a paper came as a part of a bundle.
 *
 * @param bundle the paper that was taken apart
 * @param part which part of it, from 1
 * @param depth how many bundles it lies within, from 1
 * @param time when the bundle says that the part was made
 */
public record PartOf(PaperId bundle, int part, int depth, Optional<Instant> time) {

    /** The id of the paper that a part becomes: the same however often the bundle is taken apart. */
    public static PaperId idOf(Paper bundle, int part) {
        MessageDigest digest = Sha256.digest();
        digest.update((bundle.id() + "|" + part).getBytes(StandardCharsets.UTF_8));
        return PaperIds.of(bundle.createdAt(), digest.digest());
    }
}
