package uk.casebridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.casebridge.store.contract.Samples.NOW;
import static uk.casebridge.store.contract.Samples.line;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Page;
import uk.casebridge.store.Papers;
import uk.casebridge.store.Papers.StoreOutcome;
import uk.casebridge.store.Store;

/** What papers keep to. */
public abstract class PapersContract {

    @Test
    void shouldNoteOnceWhatAPersonSaidOfAPaper() {
        Paper stored = Samples.stored(store(), Samples.anyCourt());
        Instruction said =
                new Instruction.TakeBack(stored.id(), "clerk.bexley", NOW, Notice.RECALL, "Sent to the wrong prison");
        Paper withdrawing = stored.withdrawing(NOW.plusSeconds(9));

        assertThat(store().papers().instruct(said, stored, withdrawing, line(stored.id(), "recall")))
                .isTrue();
        assertThat(store().papers().find(stored.id())).contains(withdrawing);
        assertThat(store().papers().instructions(stored.id())).containsExactly(said);
        assertThat(store().papers().instruct(said, withdrawing, withdrawing, line(stored.id(), "recall")))
                .isFalse();
        assertThat(store().audit().of(stored.id())).extracting(AuditEntry::what).containsOnlyOnce("recall");
    }

    @Test
    void shouldKeepWhichPaperAnotherReplaces() {
        Paper awaited = Samples.awaited(Samples.anyCourt());
        store().papers().await(awaited, line(awaited.id(), "awaited"));
        Instruction said = new Instruction.Replaces(awaited.id(), "clerk.bexley", NOW, Samples.paperId());

        assertThat(store().papers().instruct(said, awaited, awaited, line(awaited.id(), "replaces")))
                .isTrue();
        assertThat(store().papers().instructions(awaited.id())).containsExactly(said);
    }

    @Test
    void shouldLetTheSameBytesComeAgainOnceAPaperIsWithdrawn() {
        CourtCode court = Samples.anyCourt();
        Paper first = Samples.stored(store(), court);
        Paper withdrawing = first.withdrawing(NOW.plusSeconds(8));
        store().papers().move(first, withdrawing, line(first.id(), "withdraw"));

        assertThat(store().papers()
                        .withdraw(
                                withdrawing, withdrawing.withdrawn(NOW.plusSeconds(9)), line(first.id(), "withdrawn")))
                .isTrue();
        assertThat(store().papers()
                        .withdraw(
                                withdrawing, withdrawing.withdrawn(NOW.plusSeconds(9)), line(first.id(), "withdrawn")))
                .as("once only")
                .isFalse();

        Paper again = Samples.awaited(court);
        store().papers().await(again, line(again.id(), "awaited"));
        Paper stored = Samples.stored(again, first.sha256().orElseThrow());
        assertThat(store().papers().store(again, stored, line(again.id(), "stored")))
                .isEqualTo(new Papers.StoreOutcome.Stored());
    }

    private final CourtCode court = Samples.anyCourt();

    protected abstract Store store();

    @Test
    void shouldFindWhatIsAwaited() {
        Paper paper = awaited();

        assertThat(store().papers().find(paper.id())).contains(paper);
        assertThat(store().papers().find(Samples.paperId())).isEmpty();
    }

    @Test
    void shouldKnowWhereAPaperRefusedUnreadIsKept() {
        Paper paper = awaited();
        Paper refused =
                paper.refusedUnread(Failure.of(FailureCode.TOO_LARGE), 60_000_000, "version-1", NOW.plusSeconds(5));

        assertThat(store().papers().move(paper, refused, line(paper.id(), "refused")))
                .isTrue();

        assertThat(store().papers().find(paper.id())).contains(refused);
    }

    @Test
    void shouldRefuseAnIdThatIsTaken() {
        Paper paper = awaited();

        assertThatThrownBy(() -> store().papers().await(paper, line(paper.id(), "uploaded")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldStoreAnAwaitedPaper() {
        Paper awaited = awaited();
        Paper stored = Samples.stored(awaited, bytesOf(awaited));

        assertThat(store(awaited, stored)).isEqualTo(new StoreOutcome.Stored());
        assertThat(store().papers().find(awaited.id())).contains(stored);
    }

    @Test
    void shouldAnswerTheSameBytesOfOneCourtHouseWithTheFirst() {
        Paper first = awaited();
        Paper second = awaited();
        store(first, Samples.stored(first, bytesOf(first)));

        assertThat(store(second, Samples.stored(second, bytesOf(first))))
                .isEqualTo(new StoreOutcome.SameBytes(first.id()));
        assertThat(store().papers().find(second.id())).contains(second);
    }

    @Test
    void shouldCountTheRoomsOfACourtHouseAsOne() {
        Paper first = awaited();
        CourtCode room = new CourtCode(court.value().substring(0, 5) + "07");
        Paper second = Samples.awaited(room);
        store().papers().await(second, line(second.id(), "uploaded"));
        store(first, Samples.stored(first, bytesOf(first)));

        assertThat(store(second, Samples.stored(second, bytesOf(first))))
                .isEqualTo(new StoreOutcome.SameBytes(first.id()));
    }

    @Test
    void shouldSayNothingOfOtherCourtsPapers() {
        Paper first = awaited();
        store(first, Samples.stored(first, bytesOf(first)));
        Paper elsewhere = Samples.awaited(Samples.anyCourt());
        store().papers().await(elsewhere, line(elsewhere.id(), "uploaded"));

        assertThat(store(elsewhere, Samples.stored(elsewhere, bytesOf(first)))).isEqualTo(new StoreOutcome.Stored());
    }

    @Test
    void shouldStoreOnce() {
        Paper awaited = awaited();
        Paper stored = Samples.stored(awaited, bytesOf(awaited));
        store(awaited, stored);

        assertThat(store(awaited, stored)).isEqualTo(new StoreOutcome.Moved());
        assertThat(said(awaited)).containsExactly("uploaded", "stored");
    }

    @Test
    void shouldMoveWithItsLineOfTheTimeline() {
        Paper stored = Samples.stored(store(), court);
        Paper reading = stored.reading(NOW.plusSeconds(5));

        assertThat(store().papers().move(stored, reading, line(stored.id(), "reading")))
                .isTrue();
        assertThat(store().papers().find(stored.id())).contains(reading);
        assertThat(said(stored)).contains("reading");
    }

    @Test
    void shouldNotMoveWhatSomeoneElseMoved() {
        Paper stored = Samples.stored(store(), court);
        Paper reading = stored.reading(NOW.plusSeconds(5));
        store().papers().move(stored, reading, line(stored.id(), "reading"));

        assertThat(store().papers().move(stored, stored.withdrawing(NOW), line(stored.id(), "withdrawn")))
                .isFalse();
        assertThat(store().papers().find(stored.id())).contains(reading);
        assertThat(said(stored)).doesNotContain("withdrawn");
    }

    @Test
    void shouldTellOneAttemptFromTheNext() {
        Paper reading = Samples.reading(store(), court);
        Paper again = reading.reading(NOW.plusSeconds(9));
        store().papers().move(reading, again, line(reading.id(), "reading"));

        assertThat(store().papers().move(reading, reading.reading(NOW.plusSeconds(9)), line(reading.id(), "reading")))
                .isFalse();
        assertThat(store().papers().find(reading.id())).contains(again);
    }

    @Test
    void shouldKeepWhyAPaperFailed() {
        Paper reading = Samples.reading(store(), court);
        Paper quarantined =
                reading.quarantined(new Failure(FailureCode.TOO_MANY_PAGES, "5000 pages"), NOW.plusSeconds(9));

        store().papers().move(reading, quarantined, line(reading.id(), "quarantined"));

        assertThat(store().papers().find(reading.id())).contains(quarantined);
    }

    @Test
    void shouldKeepWhatADuplicateIsOf() {
        Paper first = awaited();
        Paper second = awaited();
        Paper duplicate = second.duplicateOf(first.id(), bytesOf(first), 4711, NOW.plusSeconds(9));

        store().papers().move(second, duplicate, line(second.id(), "duplicate"));

        assertThat(store().papers().find(second.id())).contains(duplicate);
    }

    @Test
    void shouldCloseOnlyWhenAllPartsAreThere() {
        Paper reading = Samples.reading(store(), court);
        Paper recorded = reading.recorded("prison-court-register", 2, 3, NOW.plusSeconds(9));
        Samples.written(store(), reading.id(), 1);

        assertThat(store().papers().close(reading, recorded, line(reading.id(), "closed")))
                .isFalse();
        Samples.written(store(), reading.id(), 2);
        assertThat(store().papers().close(reading, recorded, line(reading.id(), "closed")))
                .isTrue();
        assertThat(store().papers().find(reading.id())).contains(recorded);
    }

    @Test
    void shouldCloseOnce() {
        Paper reading = Samples.reading(store(), court);
        Paper recorded = reading.recorded("prison-court-register", 1, 3, NOW.plusSeconds(9));
        Samples.written(store(), reading.id(), 1);
        store().papers().close(reading, recorded, line(reading.id(), "closed"));

        assertThat(store().papers().close(reading, recorded, line(reading.id(), "closed")))
                .isFalse();
        assertThat(said(reading)).containsOnlyOnce("closed");
    }

    @Test
    void shouldStoreAPartOfABundleOnceAndLinkItBothWays() {
        Paper bundle = Samples.reading(store(), court);
        Paper part = storedPart(bundle, 1, bytesOf(bundle, 1));
        KeptPart note = note(part, 1);

        assertThat(store().papers().storePart(part, note, line(part.id(), "stored")))
                .isEqualTo(new StoreOutcome.Stored());
        assertThat(store().papers().storePart(part, note, line(part.id(), "stored")))
                .isEqualTo(new StoreOutcome.Moved());

        assertThat(store().papers().find(part.id())).contains(part);
        assertThat(store().papers().partsOf(bundle.id())).containsExactly(note);
        assertThat(said(part)).containsExactly("stored");
    }

    @Test
    void shouldFindThatAPartIsADuplicateAndStillLinkIt() {
        Paper bundle = Samples.reading(store(), court);
        Paper first = Samples.stored(store(), court);
        Sha256 bytes = first.sha256().orElseThrow();
        Paper part = storedPart(bundle, 1, bytes);

        assertThat(store().papers().storePart(part, note(part, 1), line(part.id(), "stored")))
                .isEqualTo(new StoreOutcome.SameBytes(first.id()));
        assertThat(store().papers().find(part.id())).isEmpty();
        assertThat(store().papers().partsOf(bundle.id())).isEmpty();

        Paper duplicate = bundle.part(part(1)).duplicateOf(first.id(), bytes, 9, NOW.plusSeconds(4));
        assertThat(store().papers().storePart(duplicate, note(part, 1), line(part.id(), "duplicate")))
                .isEqualTo(new StoreOutcome.Stored());
        assertThat(store().papers().find(part.id())).contains(duplicate);
        assertThat(store().papers().partsOf(bundle.id())).hasSize(1);
    }

    @Test
    void shouldCloseABundleOnlyWhenEveryPartIsStoredOrNoted() {
        Paper bundle = Samples.reading(store(), court);
        Paper apart = bundle.takenApart(2, 4, NOW.plusSeconds(9));
        Paper part = storedPart(bundle, 1, bytesOf(bundle, 1));
        store().papers().storePart(part, note(part, 1), line(part.id(), "stored"));

        assertThat(store().papers().close(bundle, apart, line(bundle.id(), "taken-apart")))
                .isFalse();
        KeptPart blank = new KeptPart(2, Bundle.Use.BLANK, "page 4", Optional.empty());
        store().papers().notePart(bundle.id(), blank);
        store().papers().notePart(bundle.id(), blank);

        assertThat(store().papers().close(bundle, apart, line(bundle.id(), "taken-apart")))
                .isTrue();
        assertThat(store().papers().find(bundle.id())).contains(apart);
        assertThat(store().papers().partsOf(bundle.id())).containsExactly(note(part, 1), blank);
        assertThat(said(bundle)).containsOnlyOnce("taken-apart");
    }

    @Test
    void shouldNotTakeTheRecordsOfAPaperForTheParts() {
        Paper bundle = Samples.reading(store(), court);
        Samples.written(store(), bundle.id(), 1);

        assertThat(store().papers()
                        .close(bundle, bundle.takenApart(1, 4, NOW.plusSeconds(9)), line(bundle.id(), "taken-apart")))
                .isFalse();
    }

    @Test
    void shouldListACourtsPapersTheNewestFirst() throws InterruptedException {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            papers.addFirst(awaited());
            // Ids sort by the millisecond they were made in.
            Thread.sleep(2);
        }

        Page<Paper> first = store().papers().ofCourt(court, Optional.empty(), 3);
        Page<Paper> second = store().papers().ofCourt(court, first.next(), 3);

        assertThat(first.items()).containsExactlyElementsOf(papers.subList(0, 3));
        assertThat(second.items()).containsExactlyElementsOf(papers.subList(3, 5));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void shouldFindPapersLongInAState() {
        Paper old = Samples.reading(store(), court);
        Instant after = old.changedAt().plusSeconds(1);

        assertThat(store().papers().inStateSince(PaperState.READING, after, 1000))
                .contains(old);
        assertThat(store().papers().inStateSince(PaperState.READING, old.changedAt(), 1000))
                .doesNotContain(old);
        assertThat(store().papers().inStateSince(PaperState.STORED, after, 1000))
                .doesNotContain(old);
    }

    @Test
    void shouldLetOneOfManyMoversWin() throws Exception {
        Paper stored = Samples.stored(store(), court);
        Paper reading = stored.reading(NOW.plusSeconds(5));

        List<Boolean> outcomes = atOnce(8, () -> store().papers().move(stored, reading, line(stored.id(), "reading")));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(said(stored)).containsOnlyOnce("reading");
    }

    @Test
    void shouldGiveBytesToOneOfManyClaimants() throws Exception {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            papers.add(awaited());
        }
        Sha256 bytes = bytesOf(papers.getFirst());

        List<StoreOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<StoreOutcome>> tasks = papers.stream()
                    .<Callable<StoreOutcome>>map(paper -> () -> store(paper, Samples.stored(paper, bytes)))
                    .toList();
            for (Future<StoreOutcome> outcome : threads.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).containsOnlyOnce(new StoreOutcome.Stored());
        assertThat(outcomes.stream().filter(StoreOutcome.SameBytes.class::isInstance))
                .hasSize(5);
    }

    static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            for (Future<T> outcome : threads.invokeAll(Collections.nCopies(times, task))) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private static Bundle.Part part(int number) {
        return new Bundle.Part(
                number,
                "part " + number + ".pdf",
                "application/pdf",
                new Bundle.Pages(number, number),
                Bundle.Use.PAPER,
                Optional.of(NOW.minusSeconds(60)));
    }

    private static Paper storedPart(Paper bundle, int number, Sha256 bytes) {
        return bundle.part(part(number)).stored(bytes, 9, "application/pdf", "v1", NOW.plusSeconds(4));
    }

    private static KeptPart note(Paper paper, int number) {
        return KeptPart.of(part(number), Optional.of(paper.id()));
    }

    private static Sha256 bytesOf(Paper bundle, int part) {
        return Sha256.of((bundle.id() + " " + part).getBytes(StandardCharsets.UTF_8));
    }

    private Paper awaited() {
        Paper paper = Samples.awaited(court);
        store().papers().await(paper, line(paper.id(), "uploaded"));
        return paper;
    }

    private StoreOutcome store(Paper awaited, Paper stored) {
        return store().papers().store(awaited, stored, line(awaited.id(), "stored"));
    }

    private List<String> said(Paper paper) {
        return store().audit().of(paper.id()).stream().map(AuditEntry::what).toList();
    }

    private static Sha256 bytesOf(Paper paper) {
        return Sha256.of(paper.id().value().getBytes(StandardCharsets.UTF_8));
    }
}
