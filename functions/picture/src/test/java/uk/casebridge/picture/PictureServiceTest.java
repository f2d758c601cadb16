package uk.casebridge.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.BatchRunner;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.MemoryMetrics;
import uk.casebridge.store.Originals.Incoming;
import uk.casebridge.store.PoisonousMessageException;
import uk.casebridge.store.memory.MemoryStore;

class PictureServiceTest {

    private static final PaperId PAPER = new PaperId("p-01J5A000000000000000000000");

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final TestDrawing drawing = new TestDrawing();
    private final PictureService service =
            new PictureService(store.papers(), store.originals(), store.evidence(), store.audit(), drawing, clock);

    @Test
    void shouldDrawEveryPageOfAPdf() throws Exception {
        reading("%PDF-1.7 …");
        drawing.pages = 3;

        service.draw(PAPER);

        assertThat(store.evidence().get(PAPER, Evidence.picture(3)))
                .contains("page 3 at 110".getBytes(StandardCharsets.UTF_8));
        assertThat(timeline()).contains("Pages drawn: 3");
    }

    @Test
    void shouldDrawTheFirstThirtyPagesOfALongPaper() throws Exception {
        reading("%PDF-1.7 …");
        drawing.pages = 31;

        service.draw(PAPER);

        assertThat(store.evidence().get(PAPER, Evidence.picture(31))).isEmpty();
        assertThat(timeline()).contains("First 30 of 31 pages drawn");
    }

    @Test
    void shouldGoOnWhereAKilledRunStopped() throws Exception {
        reading("%PDF-1.7 …");
        drawing.pages = 3;
        drawing.diesAt = 2;
        assertThatThrownBy(() -> service.draw(PAPER)).isInstanceOf(OutOfMemoryError.class);
        drawing.diesAt = 0;

        service.draw(PAPER);

        assertThat(drawing.drawn).containsExactly(1, 2, 3);
    }

    @Test
    void shouldSayOnceThatOtherFilesHaveNoPictures() throws Exception {
        reading("just text");

        service.draw(PAPER);
        service.draw(PAPER);

        assertThat(timeline()).containsOnlyOnce("Pages are drawn of PDF files and scans only");
        assertThat(drawing.drawn).isEmpty();
    }

    @Test
    void shouldSayThatAPageCannotBeDrawn() throws Exception {
        reading("%PDF-1.7 …");
        drawing.pages = 3;
        drawing.failsAt = 2;

        service.draw(PAPER);

        assertThat(timeline()).contains("From page 2 on the pages cannot be drawn: CB-203");
    }

    @Test
    void shouldNeverOpenWhatIsQuarantined() throws Exception {
        Paper paper = reading("%PDF-1.7 …");
        store.papers().move(paper, paper.quarantined(Failure.of(FailureCode.DIED_BEFORE), clock.instant()), entry());

        service.draw(PAPER);

        assertThat(drawing.drawn).isEmpty();
    }

    @Test
    void shouldRefuseACallForAPaperThatIsNotThere() {
        assertThatThrownBy(() -> service.draw(PAPER)).isInstanceOf(PoisonousMessageException.class);
    }

    @Test
    void shouldGiveBackOnlyTheMessageThatFailed() {
        reading("%PDF-1.7 …");
        PictureHandler handler = new PictureHandler(service, new BatchRunner("picture", new MemoryMetrics()));
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("1", "[]"), message("2", "{\"paper\":\"" + PAPER + "\"}")));

        assertThat(handler.answer(event).getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("1");
        assertThat(timeline()).contains("Pages drawn: 1");
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }

    private Paper reading(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Paper awaited = Paper.awaited(PAPER, "paper", new CourtCode("B01BH00"), "clerk.bexley", clock.instant());
        store.papers().await(awaited, entry());
        store.originals().putIncoming("papers/" + PAPER, bytes);
        Incoming incoming = store.originals().incoming("papers/" + PAPER).orElseThrow();
        String version = store.originals().keep(PAPER, incoming, Sha256.of(bytes));
        Paper stored =
                awaited.stored(Sha256.of(bytes), bytes.length, "application/octet-stream", version, clock.instant());
        store.papers().store(awaited, stored, entry());
        clock.passes(Duration.ofSeconds(1));
        Paper reading = stored.reading(clock.instant());
        store.papers().move(stored, reading, entry());
        return reading;
    }

    private List<String> timeline() {
        return store.audit().of(PAPER).stream().map(AuditEntry::detail).toList();
    }

    private AuditEntry entry() {
        return new AuditEntry(clock.instant(), "test", "test", PAPER, Optional.empty(), "");
    }

    private static final class TestDrawing implements PageDrawing {
        private int pages = 1;
        private int diesAt;
        private int failsAt;
        private final List<Integer> drawn = new ArrayList<>();

        @Override
        public boolean canDraw(Path file) throws IOException {
            return Files.readString(file).startsWith("%PDF-");
        }

        @Override
        public int count(Path file) {
            return pages;
        }

        @Override
        public byte[] png(Path file, int page, int dpi) {
            if (page == diesAt) {
                throw new OutOfMemoryError("as a function that is killed");
            }
            if (page == failsAt) {
                throw new PaperFailedException(FailureCode.TOO_MANY_GLYPHS, "page " + page);
            }
            drawn.add(page);
            return ("page " + page + " at " + dpi).getBytes(StandardCharsets.UTF_8);
        }
    }
}
