package uk.casebridge.reading.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Corpus;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Ocr;
import uk.casebridge.reading.Reader;
import uk.casebridge.testkit.BadPapers;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

/** Bulk-scan envelopes, good and bad. */
class EnvelopesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final String ENVELOPE = """
            {"case_number": null, "po_box": "BEX 1", "jurisdiction": "CRIME",
             "delivery_date": "2026-11-20T08:00:00.000Z", "opening_date": "2026-11-20T09:00:00.000Z",
             "zip_file_createddate": "2026-11-20T10:00:00.000Z", "zip_file_name": "7_20-11-2026-10-00-00.zip",
             "rescan_for": null, "envelope_classification": "exception",
             "scannable_items": [%s]}
            """;

    /** Reviewed: the refused ones name a number twice, leave next_action or the classification out, or hold payments. */
    private static final Map<String, String> CORPUS = Map.ofEntries(
            Map.entry("envelope-with-ocr-data.json", "ERR_METAFILE_INVALID"),
            Map.entry("fields-with-null-values-non-mandatory.json", "ERR_PAYMENTS_DISABLED"),
            Map.entry("from-spec.json", "ERR_METAFILE_INVALID"),
            Map.entry("no-case-number.json", "ERR_PAYMENTS_DISABLED"),
            Map.entry("no-non-scannables.json", "ERR_PAYMENTS_DISABLED"),
            Map.entry("no-payment.json", "2 papers"),
            Map.entry("no-previous-service-case-reference.json", "1 papers"),
            Map.entry("no-rescan-for.json", "1 papers"),
            Map.entry("null-rescan-for.json", "1 papers"),
            Map.entry("with-payments.json", "ERR_PAYMENTS_DISABLED"),
            Map.entry("with-scannable-items.json", "ERR_METAFILE_INVALID"),
            Map.entry("with-supplementary-evidence-with-ocr.json", "1 papers"));

    private static final String ITEM = """
            {"document_control_number": "%s", "scanning_date": "2026-11-20T09:30:00.000Z", "file_name": "%s",
             "document_type": "Other", "next_action": "forward", "next_action_date": "2026-11-21T00:00:00.000Z"}
            """;

    private final byte[] pdf = new PaperGenerator(5)
            .next("remand-warrant", Layout.TABLE, Medium.PDF)
            .bytes();

    @TempDir
    private Path folder;

    @Test
    void shouldTakeAnEnvelopeForABundleOfItsPdfs() throws IOException {
        byte[] zip = zip(files(ENVELOPE.formatted(item("9001", "9001.pdf") + "," + item("9002", "9002.pdf"))));

        Bundle bundle = reader(Optional.empty())
                .read(zip, "7_20-11-2026-10-00-00.zip", NOW)
                .bundle()
                .orElseThrow();

        assertThat(bundle.sort()).isEqualTo(Bundle.Sort.ENVELOPE);
        assertThat(bundle.parts()).extracting(Bundle.Part::name).containsExactly("9001.pdf", "9002.pdf");
        assertThat(bundle.parts().getFirst().time()).contains(Instant.parse("2026-11-20T09:30:00Z"));
        assertThat(bundle.envelope())
                .contains(new Bundle.Envelope(
                        "7_20-11-2026-10-00-00.zip", Optional.empty(), List.of("9001", "9002"), Bundle.Signature.NONE));
        Path file = Files.write(folder.resolve("zip"), zip);
        Path into = Files.createDirectory(folder.resolve("parts"));
        assertThat(reader(Optional.empty()).takeApart(file, bundle, into)).isEmpty();
        assertThat(Files.readAllBytes(into.resolve("2"))).isEqualTo(pdf);
    }

    @Test
    void shouldVerifyTheSuppliersSignatureWhereAKeyIsSetUp() throws Exception {
        KeyPair supplier = keys();
        byte[] envelope = zip(files(ENVELOPE.formatted(item("9001", "9001.pdf"))));
        byte[] signed = signed(envelope, supplier);

        assertThat(signature(signed, Optional.of(supplier.getPublic()))).isEqualTo(Bundle.Signature.VERIFIED);
        assertThat(signature(signed, Optional.empty())).isEqualTo(Bundle.Signature.UNVERIFIED);
        assertThat(error(signed, Optional.of(keys().getPublic()))).startsWith("ERR_SIG_VERIFY_FAILED");
        assertThat(error(envelope, Optional.of(supplier.getPublic()))).startsWith("ERR_SIG_VERIFY_FAILED");
        byte[] touched = signed(zip(files(ENVELOPE.formatted(item("9009", "9001.pdf")))), supplier, envelope);
        assertThat(error(touched, Optional.of(supplier.getPublic()))).startsWith("ERR_SIG_VERIFY_FAILED");
        assertThat(Envelopes.key(
                        Base64.getEncoder().encodeToString(supplier.getPublic().getEncoded())))
                .isEqualTo(supplier.getPublic());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "po_box": "BEX 1",                          | "x": 1,                                | po_box is missing
            "jurisdiction": "CRIME"                     | "jurisdiction": 7                      | jurisdiction is no text
            2026-11-20T08:00:00.000Z                    | 2026-11-20 08:00                       | delivery_date is not of the agreed form
            2026-11-20T08:00:00.000Z                    | 2026-11-32T08:00:00.000Z               | delivery_date is no moment
            7_20-11-2026-10-00-00.zip                   | envelope.zip                           | zip_file_name is not of the agreed form
            "exception"                                 | "whatever"                             | envelope_classification is none
            "exception"                                 | "supplementary_evidence_with_ocr"      | ocr_data is missing
            "rescan_for": null                          | "rescan_for": "other"                  | rescan_for is not of the agreed form
            "case_number": null                         | "case": null                           | holds a member that is not agreed
            "9001"                                      | "A9001"                                | scannable_items[1].document_control_number is not
            "9002"                                      | "9001"                                 | document_control_number 9001 stands in it more than once
            9002.pdf                                    | 9002.doc                               | scannable_items[2].file_name is not
            "case_number": null                         | "case_number": null, "case_number": 1  | it is no JSON
            """)
    void shouldSayWhatIsWrongWithTheMetadata(String right, String wrong, String said) throws IOException {
        String metadata = ENVELOPE.formatted(item("9001", "9001.pdf") + "," + item("9002", "9002.pdf"));
        assertThat(metadata).contains(right);
        Map<String, byte[]> files = files(metadata);
        files.put("metadata.json", metadata.replace(right, wrong).getBytes(StandardCharsets.UTF_8));

        assertThat(error(zip(files), Optional.empty()))
                .startsWith("ERR_METAFILE_INVALID")
                .contains(said);
    }

    @Test
    void shouldHoldTheFilesAgainstTheList() throws IOException {
        String metadata = ENVELOPE.formatted(item("9001", "9001.pdf"));
        Map<String, byte[]> missing = files(metadata);
        missing.remove("9001.pdf");
        Map<String, byte[]> more = files(metadata);
        more.put("9003.pdf", pdf);
        Map<String, byte[]> noPdf = files(metadata);
        noPdf.put("9001.pdf", "no PDF".getBytes(StandardCharsets.UTF_8));

        assertThat(error(zip(missing), Optional.empty()))
                .startsWith("ERR_ZIP_PROCESSING_FAILED")
                .contains("9001 is listed and not there");
        assertThat(error(zip(more), Optional.empty())).contains("1 files are there and not listed");
        assertThat(error(zip(noPdf), Optional.empty())).contains("9001 is no PDF");
    }

    @Test
    void shouldRefuseMoreDocumentsThanAreTakenApart() throws IOException {
        StringBuilder items = new StringBuilder(item("1", "1.pdf"));
        for (int number = 2; number <= Bundle.MOST_PARTS + 1; number++) {
            items.append(',').append(item(Integer.toString(number), number + ".pdf"));
        }

        assertThat(error(zip(files(ENVELOPE.formatted(items))), Optional.empty()))
                .startsWith("ERR_FILE_LIMIT_EXCEEDED");
    }

    @Test
    void shouldTakeNoPayments() throws IOException {
        String metadata = ENVELOPE.formatted(item("9001", "9001.pdf"))
                .replace("\"po_box\"", "\"payments\": [{\"document_control_number\": \"1\"}], \"po_box\"");

        assertThat(error(zip(files(metadata)), Optional.empty())).startsWith("ERR_PAYMENTS_DISABLED");
    }

    @Test
    void shouldRefuseADamagedEnvelope() throws IOException {
        byte[] zip = zip(files(ENVELOPE.formatted(item("9001", "9001.pdf"))));

        assertThat(error(Arrays.copyOf(zip, zip.length / 2), Optional.empty())).startsWith("ERR_ZIP_PROCESSING_FAILED");
    }

    @Test
    void shouldRefuseAnyOtherZipWithASentence() throws IOException {
        assertThat(failure(zip(Map.of("paper.pdf", pdf)), Optional.empty()).code())
                .isEqualTo(FailureCode.NOT_AN_ENVELOPE);
        assertThat(failure(BadPapers.filesWithinFiles(60).bytes(), Optional.empty())
                        .code())
                .isEqualTo(FailureCode.NOT_AN_ENVELOPE);
        assertThat(FailureCode.NOT_AN_ENVELOPE.sentence()).contains("bulk-scan envelope");
    }

    @Test
    void shouldQuarantineAZipThatUnpacksToFarMore() throws IOException {
        byte[] zeros = new byte[34 * 1024 * 1024];

        assertThat(failure(zip(Map.of("metadata.json", zeros)), Optional.empty())
                        .code())
                .isEqualTo(FailureCode.TOO_EXPANSIVE);
    }

    @Test
    void shouldQuarantineAZipOfManyThousandFiles() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_001; i++) {
            many.put(i + ".pdf", new byte[0]);
        }

        assertThat(failure(zip(many), Optional.empty()).code()).isEqualTo(FailureCode.TOO_EXPANSIVE);
    }

    /** Each metadata file of the corpus in an envelope with the PDFs it lists. */
    @Test
    void shouldTakeTheEnvelopesOfTheCorpusAsReviewed() throws IOException {
        Optional<Path> corpus = Corpus.folder("bulk-scan");
        Assumptions.assumeTrue(corpus.isPresent(), "The corpus is not at ../shared/corpus");
        Map<String, String> outcomes = new TreeMap<>();
        try (Stream<Path> all = Files.list(corpus.orElseThrow())) {
            for (Path file : all.filter(it ->
                            it.toString().endsWith(".json") && !it.toString().endsWith("schema.json"))
                    .toList()) {
                Reading reading = reader(Optional.empty()).read(zip(files(Files.readString(file))), "7.zip", NOW);
                outcomes.put(
                        file.getFileName().toString(),
                        reading.bundle()
                                .map(bundle -> bundle.parts().size() + " papers")
                                .orElseGet(() ->
                                        reading.failure().orElseThrow().detail().split(" ")[0]));
            }
        }

        assertThat(outcomes).isEqualTo(CORPUS);
    }

    private static String item(String number, String name) {
        return ITEM.formatted(number, name);
    }

    /** The metadata and a PDF for each file it lists. */
    private Map<String, byte[]> files(String metadata) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("metadata.json", metadata.getBytes(StandardCharsets.UTF_8));
        for (JsonNode item : new ObjectMapper().readTree(metadata).path("scannable_items")) {
            files.put(item.path("file_name").asText(), pdf);
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] signed(byte[] envelope, KeyPair supplier) throws GeneralSecurityException, IOException {
        return signed(envelope, supplier, envelope);
    }

    private static byte[] signed(byte[] envelope, KeyPair supplier, byte[] whatWasSigned)
            throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(supplier.getPrivate());
        signature.update(whatWasSigned);
        return zip(Map.of("envelope.zip", envelope, "signature", signature.sign()));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    private static Bundle.Signature signature(byte[] zip, Optional<PublicKey> supplier) {
        return reader(supplier)
                .read(zip, "7.zip", NOW)
                .bundle()
                .orElseThrow()
                .envelope()
                .orElseThrow()
                .signature();
    }

    private static String error(byte[] zip, Optional<PublicKey> supplier) {
        Failure failure = failure(zip, supplier);
        assertThat(failure.code()).isEqualTo(FailureCode.ENVELOPE_REFUSED);
        return failure.detail();
    }

    private static Failure failure(byte[] zip, Optional<PublicKey> supplier) {
        return reader(supplier).read(zip, "7.zip", NOW).failure().orElseThrow();
    }

    private static Reader reader(Optional<PublicKey> supplier) {
        return new Reader(
                new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC), Ocr.none(), supplier);
    }
}
