package uk.casebridge.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import uk.casebridge.reading.PagePictures;
import uk.casebridge.store.BatchRunner;
import uk.casebridge.store.EmfMetrics;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.Store;
import uk.casebridge.store.aws.AwsStore;
import uk.casebridge.store.aws.Surroundings;

/** Puts the picture room together, once per process. */
record PictureWiring(PictureService service, BatchRunner batch) {

    static PictureWiring inAws() {
        Surroundings here = Surroundings.here();
        PictureSettings settings = PictureSettings.of(here.environment());
        Clock clock = Clock.systemUTC();
        return of(
                AwsStore.of(here.clients(), settings.names(), clock),
                drawing(new PagePictures()),
                EmfMetrics.toStandardOutput(clock),
                clock);
    }

    static PictureWiring of(Store store, PageDrawing drawing, Metrics metrics, Clock clock) {
        return new PictureWiring(
                new PictureService(store.papers(), store.originals(), store.evidence(), store.audit(), drawing, clock),
                new BatchRunner("picture", metrics));
    }

    static PageDrawing drawing(PagePictures pictures) {
        return new PageDrawing() {
            @Override
            public boolean canDraw(Path file) throws IOException {
                return pictures.canDraw(file);
            }

            @Override
            public int count(Path file) throws IOException {
                return pictures.count(file);
            }

            @Override
            public byte[] png(Path file, int page, int dpi) throws IOException {
                return pictures.png(file, page, dpi);
            }
        };
    }
}
