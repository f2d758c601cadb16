package uk.casebridge.reading.bundles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.FileType;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.reading.words.ZipGuard;

/**
 * Bulk-scan envelopes: a zip with {@code metadata.json} and the scanned PDFs, often within another zip that holds it as
 * {@code envelope.zip} beside its {@code signature}. The checks and the names of their errors are those of HMCTS's own
 * intake (domain brief 4.7), so that a supplier reads what it knows. An envelope is taken whole or not at all.
 */
public final class Envelopes {

    private static final String METADATA = "metadata.json";
    private static final String INNER = "envelope.zip";
    private static final String SIGNATURE = "signature";
    private static final String ALGORITHM = "SHA256withRSA";

    /** Some of the documents, the metadata, and room for what does not belong, which is told then. */
    private static final int MOST_ENTRIES = 4 * Bundle.MOST_PARTS;

    private Envelopes() {}

    /**
     * The key that suppliers' signatures are verified with.
     *
     * @param base64 an RSA public key as X.509 DER in Base64
     * @throws IllegalArgumentException if it is none
     */
    public static PublicKey key(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an RSA public key in Base64", e);
        }
    }

    /**
     * What an envelope is a bundle of.
     *
     * @param supplier the key its signature is verified with; without one it is said to be unverified
     * @throws PaperFailedException if it is no envelope, or not as agreed
     */
    public static Bundle bundle(byte[] zip, Optional<PublicKey> supplier, Allowance allowance) {
        Map<String, byte[]> outer = unpacked(zip, allowance);
        Bundle.Signature signature = signature(outer, supplier);
        boolean nested = outer.containsKey(INNER);
        Map<String, byte[]> files = nested ? unpacked(inner(outer), allowance) : outer;
        byte[] metadata = files.get(METADATA);
        if (metadata == null) {
            throw nested
                    ? refused("ERR_ZIP_PROCESSING_FAILED", "there is no " + METADATA)
                    : new PaperFailedException(FailureCode.NOT_AN_ENVELOPE, files.size() + " files, no " + METADATA);
        }
        EnvelopeMetadata says = metadata(metadata);
        if (says.items().size() > Bundle.MOST_PARTS) {
            throw refused(
                    "ERR_FILE_LIMIT_EXCEEDED", says.items().size() + " documents, allowed are " + Bundle.MOST_PARTS);
        }
        if (says.payments() > 0) {
            throw refused("ERR_PAYMENTS_DISABLED", "it holds payments, which are not taken here: " + says.payments());
        }
        check(says, files, allowance);
        List<Bundle.Part> parts = new ArrayList<>();
        for (EnvelopeMetadata.Item item : says.items()) {
            parts.add(new Bundle.Part(
                    parts.size() + 1,
                    item.fileName(),
                    FileType.PDF.mediaType(),
                    new Bundle.Entry(item.fileName()),
                    Bundle.Use.PAPER,
                    Optional.of(item.scanned())));
        }
        return new Bundle(
                Bundle.Sort.ENVELOPE,
                parts,
                Optional.of(new Bundle.Envelope(
                        says.zipFileName(),
                        says.rescanFor(),
                        says.items().stream()
                                .map(EnvelopeMetadata.Item::controlNumber)
                                .toList(),
                        signature)));
    }

    /** The files of an envelope by their names, as they were when it was found to be one. */
    static Map<String, byte[]> files(byte[] zip, Allowance allowance) {
        Map<String, byte[]> outer = unpacked(zip, allowance);
        return outer.containsKey(INNER) ? unpacked(inner(outer), allowance) : outer;
    }

    private static EnvelopeMetadata metadata(byte[] bytes) {
        try {
            return EnvelopeMetadata.of(bytes);
        } catch (EnvelopeMetadata.NotAsAgreedException e) {
            throw refused("ERR_METAFILE_INVALID", METADATA + ": " + e.getMessage());
        }
    }

    private static void check(EnvelopeMetadata says, Map<String, byte[]> files, Allowance allowance) {
        Set<String> unlisted = new HashSet<>(files.keySet());
        unlisted.remove(METADATA);
        for (EnvelopeMetadata.Item item : says.items()) {
            byte[] pdf = files.get(item.fileName());
            if (pdf == null) {
                throw refused(
                        "ERR_ZIP_PROCESSING_FAILED",
                        "the PDF of document_control_number " + item.controlNumber() + " is listed and not there");
            }
            if (!isPdf(pdf)) {
                throw refused(
                        "ERR_ZIP_PROCESSING_FAILED",
                        "the file of document_control_number " + item.controlNumber() + " is no PDF");
            }
            if (pdf.length > allowance.limits().bytes()) {
                throw refused(
                        "ERR_FILE_LIMIT_EXCEEDED",
                        "the PDF of document_control_number " + item.controlNumber() + " has " + pdf.length + " bytes");
            }
            unlisted.remove(item.fileName());
        }
        if (!unlisted.isEmpty()) {
            long others =
                    unlisted.stream().filter(name -> !isPdf(files.get(name))).count();
            throw refused(
                    "ERR_ZIP_PROCESSING_FAILED",
                    unlisted.size() + " files are there and not listed, " + others + " of them no PDF");
        }
    }

    private static boolean isPdf(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes != null
                && new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static Bundle.Signature signature(Map<String, byte[]> outer, Optional<PublicKey> supplier) {
        byte[] signature = outer.get(SIGNATURE);
        boolean signed = outer.containsKey(INNER) && signature != null;
        if (supplier.isEmpty()) {
            return signed ? Bundle.Signature.UNVERIFIED : Bundle.Signature.NONE;
        }
        // A zip that is nothing of the kind is told so, not that its signature is missing.
        if (!outer.containsKey(INNER) && !outer.containsKey(METADATA)) {
            return Bundle.Signature.NONE;
        }
        if (!signed || signature == null) {
            throw refused("ERR_SIG_VERIFY_FAILED", "it bears no signature");
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(supplier.get());
            verifier.update(inner(outer));
            if (verifier.verify(signature)) {
                return Bundle.Signature.VERIFIED;
            }
        } catch (GeneralSecurityException e) {
            throw refused(
                    "ERR_SIG_VERIFY_FAILED",
                    "its signature is damaged: " + e.getClass().getSimpleName());
        }
        throw refused("ERR_SIG_VERIFY_FAILED", "its signature is not the supplier's");
    }

    private static byte[] inner(Map<String, byte[]> outer) {
        byte[] inner = outer.get(INNER);
        if (inner == null) {
            throw refused("ERR_ZIP_PROCESSING_FAILED", "there is no " + INNER);
        }
        return inner;
    }

    private static Map<String, byte[]> unpacked(byte[] zip, Allowance allowance) {
        guarded(zip, allowance);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                allowance.checkTime();
                if (files.size() >= MOST_ENTRIES) {
                    throw refused("ERR_FILE_LIMIT_EXCEEDED", "over " + MOST_ENTRIES + " files");
                }
                if (files.put(entry.getName(), in.readAllBytes()) != null) {
                    throw refused("ERR_ZIP_PROCESSING_FAILED", "two files have one name");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(
                    "ERR_ZIP_PROCESSING_FAILED",
                    "it does not unpack: " + e.getClass().getSimpleName());
        }
        return files;
    }

    private static void guarded(byte[] zip, Allowance allowance) {
        try {
            ZipGuard.check(zip, allowance);
        } catch (PaperFailedException e) {
            throw e.failure().code() == FailureCode.TRUNCATED
                    ? refused("ERR_ZIP_PROCESSING_FAILED", e.failure().detail())
                    : e;
        }
    }

    private static PaperFailedException refused(String error, String what) {
        return new PaperFailedException(FailureCode.ENVELOPE_REFUSED, error + " " + what);
    }
}
