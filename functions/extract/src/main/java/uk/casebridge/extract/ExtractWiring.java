package uk.casebridge.extract;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.textract.TextractClient;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.ImportedRows;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.reading.ChildReader;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Ocr;
import uk.casebridge.reading.PaperReader;
import uk.casebridge.reading.Reader;
import uk.casebridge.reading.Tesseract;
import uk.casebridge.reading.bundles.Envelopes;
import uk.casebridge.store.BatchRunner;
import uk.casebridge.store.EmfMetrics;
import uk.casebridge.store.ImportedLists;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.Store;
import uk.casebridge.store.aws.AwsStore;
import uk.casebridge.store.aws.Surroundings;

/** Puts the extract room together, once per process. */
record ExtractWiring(ExtractService service, BatchRunner batch) {

    private static final Duration SCAN = Duration.ofSeconds(30);

    /** How long Textract may take for one page, its retries counted. */
    private static final Duration RECOGNITION = Duration.ofSeconds(20);

    static ExtractWiring inAws() {
        Surroundings here = Surroundings.here();
        ExtractSettings settings = ExtractSettings.of(here.environment());
        Clock clock = Clock.systemUTC();
        Store store = AwsStore.of(here.clients(), settings.names(), clock);
        ImportedLists imported = new ImportedLists(store.standingLists(), clock);
        StandingData standingData = imported.over(new BuiltInStandingData());
        return of(
                store,
                reader(settings, imported, standingData, clock),
                settings.clamd()
                        .<VirusScan>map(address -> new Clamd(address, SCAN))
                        .orElseGet(VirusScan::none),
                standingData,
                settings.secondPersonAbove(),
                EmfMetrics.toStandardOutput(clock),
                clock);
    }

    private static PaperReader reader(
            ExtractSettings settings, ImportedRows imported, StandingData standingData, Clock clock) {
        if (settings.child().isPresent()) {
            return new ChildReader(
                    settings.child().get(), classPath(), Limits.standard(), settings.envelopeKey(), imported);
        }
        Ocr ocr = settings.textract() ? new Textract(ExtractWiring::textract) : Tesseract.ifInstalled();
        return new Reader(
                standingData,
                Limits.standard(),
                clock,
                ocr,
                settings.envelopeKey().map(Envelopes::key));
    }

    private static TextractClient textract() {
        return TextractClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(times -> times.apiCallTimeout(RECOGNITION))
                .build();
    }

    /** Where this room was loaded from: its classes and the libraries packed beside them. */
    private static List<Path> classPath() {
        try {
            Path classes = Path.of(ExtractWiring.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return List.of(classes, classes.resolve("lib").resolve("*"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("This function cannot tell where it was loaded from", e);
        }
    }

    static ExtractWiring of(
            Store store,
            PaperReader reader,
            VirusScan virusScan,
            StandingData standingData,
            BigDecimal secondPersonAbove,
            Metrics metrics,
            Clock clock) {
        return new ExtractWiring(
                new ExtractService(
                        store.papers(),
                        store.originals(),
                        new Gate(store.papers(), store.originals(), clock),
                        virusScan,
                        reader,
                        new EvidenceReadings(store.evidence()),
                        new Recording(
                                store.papers(),
                                store.records(),
                                store.deliveries(),
                                new Destinations(standingData),
                                clock),
                        new Identifying(store.people(), store.records(), store.audit(), metrics, clock),
                        new TakingApart(
                                store.papers(),
                                store.originals(),
                                store.controlNumbers(),
                                reader,
                                store.wakeUps(),
                                clock),
                        new TakingBack(store.papers(), store.records(), store.deliveries(), clock),
                        new Desk(store.decisions(), standingData, secondPersonAbove),
                        store.wakeUps(),
                        metrics,
                        clock),
                new BatchRunner(ExtractService.WHO, metrics));
    }
}
