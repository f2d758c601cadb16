package uk.casebridge.extract;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.reading.bundles.Envelopes;
import uk.casebridge.store.Settings;
import uk.casebridge.store.aws.AwsNames;

/**
 * What the extract room is told by its environment.
 *
 * @param names where its store lies
 * @param child the Java that reads papers in a process of its own; empty where they are read in this one
 * @param envelopeKey the public key that signatures of bulk-scan envelopes are verified with: RSA, X.509 in Base64;
 *     empty where none is set up, and then each envelope is said to be unverified
 * @param textract whether Amazon Textract recognises the text of scans; else the program Tesseract does, where it is.
 *     A child always uses the program
 * @param clamd where the virus scanner listens, if there is one
 * @param secondPersonAbove a correction of money by more than this many pounds needs a second person
 */
record ExtractSettings(
        AwsNames names,
        Optional<Path> child,
        Optional<String> envelopeKey,
        boolean textract,
        Optional<InetSocketAddress> clamd,
        BigDecimal secondPersonAbove) {

    private static final String READING = "CASEBRIDGE_READING";
    private static final String ENVELOPE_KEY = "CASEBRIDGE_ENVELOPE_KEY";
    private static final String OCR = "CASEBRIDGE_OCR";
    private static final String CLAMD = "CASEBRIDGE_CLAMD";

    /** @throws IllegalStateException naming every setting that is missing or makes no sense */
    static ExtractSettings of(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        AwsNames names = AwsNames.of(settings);
        settings.required("CASEBRIDGE_INCOMING");
        settings.required("CASEBRIDGE_ORIGINALS");
        settings.required("CASEBRIDGE_EVIDENCE");
        settings.required("CASEBRIDGE_EXTRACT_QUEUE");
        settings.required("CASEBRIDGE_STANDING_DATA");
        settings.required("CASEBRIDGE_PICTURE_QUEUE");
        String reading = settings.required(READING);
        Optional<Path> child = Optional.empty();
        if (reading.equals("child")) {
            child = Optional.of(Path.of(settings.required("CASEBRIDGE_JAVA")));
        }
        settings.check();
        if (!reading.equals("child") && !reading.equals("in-process")) {
            throw new IllegalStateException(
                    "This function cannot start. " + READING + " is in-process or child, not " + reading);
        }
        String ocr = settings.optional(OCR).orElse("tesseract");
        if (!ocr.equals("textract") && !ocr.equals("tesseract")) {
            throw new IllegalStateException(
                    "This function cannot start. " + OCR + " is textract or tesseract, not " + ocr);
        }
        Optional<String> envelopeKey = settings.optional(ENVELOPE_KEY);
        envelopeKey.ifPresent(ExtractSettings::requireKey);
        return new ExtractSettings(
                names,
                child,
                envelopeKey,
                ocr.equals("textract"),
                settings.optional(CLAMD).map(ExtractSettings::address),
                settings.pounds("CASEBRIDGE_SECOND_PERSON_ABOVE", new BigDecimal("1000.00")));
    }

    private static void requireKey(String base64) {
        try {
            Envelopes.key(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "This function cannot start. " + ENVELOPE_KEY + " is not an RSA public key, X.509 in Base64", e);
        }
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return InetSocketAddress.createUnresolved(
                    text.substring(0, Math.max(colon, 0)), Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "This function cannot start. " + CLAMD + " is of the form host:port, not " + text, e);
        }
    }
}
