package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.casebridge.extract.Readings.MORNING;
import static uk.casebridge.extract.Readings.NOON;
import static uk.casebridge.extract.Readings.stated;
import static uk.casebridge.extract.Readings.warrant;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.Reading.ReadRecord;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.PoisonousMessageException;

class ExtractServiceTest {

    private static final String WARRANT = "custodial-warrant";

    private final Room room = new Room();

    @Test
    void shouldRecordAWarrantForThePrisonItNames() {
        Paper paper = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));

        assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        assertThat(paper.kind()).contains(WARRANT);
        assertThat(paper.records()).isEqualTo(1);
        assertThat(paper.mediaType()).contains("application/pdf");
        assertThat(room.deliveries(paper)).singleElement().satisfies(delivery -> {
            assertThat(delivery.recipient()).isEqualTo(Recipient.PRISON);
            assertThat(delivery.place()).contains(TestPlaces.THAMESIDE);
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(delivery.urgency()).isEqualTo(Urgency.CUSTODY);
            assertThat(delivery.caseGroup()).isEqualTo(room.store.records().caseGroup("01TS0000126"));
        });
        assertThat(room.timeline(paper.id()))
                .containsExactlyInAnyOrder("form", "stored", "reading", "recorded", "closed", "person-new");
        assertThat(room.store.wakeUps().pictures()).containsExactly(paper.id());
        assertThat(room.metrics.sum("Papers", Metrics.by("Kind", WARRANT), Metrics.by("State", "RECORDED")))
                .isEqualTo(1);
    }

    @Test
    void shouldSendASendingNoticeToTheCrownCourtByItsCode() {
        ReadRecord notice = Readings.record(
                "sending-notice",
                stated(MORNING),
                "case.urn=01TS0000226",
                "court.name=Bexley",
                "hearing.date=2026-08-13",
                "receivingCourt.name=A spelling nobody knows",
                "receivingCourt.code=C0472",
                "defendants[1].bailStatus=Unconditional bail");

        Paper paper = room.taken("a", Readings.of("sending-notice", notice));

        assertThat(room.deliveries(paper)).singleElement().satisfies(delivery -> {
            assertThat(delivery.place()).contains(TestPlaces.WOOLWICH);
            assertThat(delivery.urgency()).isEqualTo(Urgency.ORDINARY);
        });
    }

    @Test
    void shouldSendACertificateToCareersAndPrisonInAnOrderOfItsOwn() {
        ReadRecord certificate = Readings.record(
                "education-certificate", stated(MORNING), "learner.name=A", "qualification.title=Bricklaying");

        Paper paper = room.taken("a", Readings.of("education-certificate", certificate));

        assertThat(room.deliveries(paper))
                .extracting(Delivery::recipient)
                .containsExactlyInAnyOrder(Recipient.CAREERS, Recipient.PRISON);
        RecordVersion record = room.records(paper).getFirst();
        assertThat(room.deliveries(paper))
                .allSatisfy(delivery -> assertThat(delivery.caseGroup())
                        .isEqualTo(record.id().value().substring(2)));
    }

    @Test
    void shouldUseTheCourtsUsualPlaceWhereThePaperNamesNone() {
        ReadRecord register = Readings.record("prison-court-register", stated(MORNING), "defendant.name=A");

        Paper paper = room.taken("a", Readings.of("prison-court-register", register));

        assertThat(room.deliveries(paper).getFirst().place()).contains(TestPlaces.THAMESIDE);
    }

    @Test
    void shouldLeaveADeliveryUnplacedWhereThePaperNamesAnUnknownPlace() {
        ReadRecord register =
                Readings.record("prison-court-register", stated(MORNING), "defendant.name=A", "prison.name=Nowhere");

        Paper paper = room.taken("a", Readings.of("prison-court-register", register));

        assertThat(room.deliveries(paper).getFirst().state()).isEqualTo(DeliveryState.UNPLACED);
    }

    @Test
    void shouldLeaveADeliveryUnplacedWhereThePlaceIsClosed() {
        ReadRecord register =
                Readings.record("prison-court-register", stated(MORNING), "defendant.name=A", "prison.name=Holloway");

        Paper paper = room.taken("a", Readings.of("prison-court-register", register));

        assertThat(room.deliveries(paper).getFirst().reason()).contains("Holloway is closed.");
    }

    @Test
    void shouldAnswerTheSameBytesWithTheFirstPaper() {
        Paper first = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));

        Paper second = room.taken("a");

        assertThat(second.state()).isEqualTo(PaperState.DUPLICATE);
        assertThat(second.duplicateOf()).contains(first.id());
        assertThat(room.records(second)).isEmpty();
    }

    @Test
    void shouldReadTheSameBytesOfAnotherCourtAsAPaperOfItsOwn() {
        room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));

        PaperId other = room.uploaded("a".getBytes(java.nio.charset.StandardCharsets.UTF_8), TestPlaces.ELSEWHERE);
        room.service().take(Room.arrived("papers/" + other));

        assertThat(room.paper(other).state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.records(room.paper(other))).isEmpty();
    }

    @Test
    void shouldWriteTheNextVersionAndWhatChangedForAnAmendedPaper() {
        Paper first = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months", stated(MORNING))));

        Paper second = room.taken("b", Readings.of(WARRANT, warrant("A", "7 months", stated(NOON))));

        assertThat(room.records(second)).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo(2);
            assertThat(version.id()).isEqualTo(room.records(first).getFirst().id());
            assertThat(version.changes())
                    .containsExactly(new Change("sentence.total", Optional.of("5 months"), Optional.of("7 months")));
        });
        assertThat(room.timeline(second.id())).contains("amended");
    }

    @Test
    void shouldSupersedeADeliveryThatIsNotSentYetWhenAnAmendmentComes() {
        Paper first = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months", stated(MORNING))));

        Paper second = room.taken("b", Readings.of(WARRANT, warrant("A", "7 months", stated(NOON))));

        assertThat(room.deliveries(first).getFirst().state()).isEqualTo(DeliveryState.SUPERSEDED);
        assertThat(room.deliveries(second).getFirst().state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void shouldWarnWhereOnlyTheFilesOwnTimeSaysWhichPaperIsNewer() {
        room.taken("a", Readings.of(WARRANT, warrant("A", "5 months", Readings.made(MORNING, MORNING))));

        Paper second = room.taken("b", Readings.of(WARRANT, warrant("A", "7 months", Readings.made(MORNING, NOON))));

        assertThat(room.records(second).getFirst().version()).isEqualTo(2);
        assertThat(room.records(second).getFirst().findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void shouldAskAPersonWhereCustodyChangesAndNothingButAWeakFileTimeOrdersThem() {
        room.taken("a", Readings.of(WARRANT, warrant("A", "5 months", stated(MORNING, MORNING))));

        Paper second = room.taken("b", Readings.of(WARRANT, warrant("A", "7 months", stated(MORNING, NOON))));

        assertThat(second.state()).isEqualTo(PaperState.REVIEW);
        assertThat(second.failure()).map(Failure::code).contains(FailureCode.AMENDS_IN_DOUBT);
    }

    @Test
    void shouldChangeNothingWhenAnOlderPaperComesLater() {
        Paper newer = room.taken("b", Readings.of(WARRANT, warrant("A", "7 months", stated(NOON))));

        Paper older = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months", stated(MORNING))));

        assertThat(older.state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.records(older)).isEmpty();
        assertThat(room.deliveries(older)).isEmpty();
        assertThat(room.timeline(older.id())).contains("passed");
        assertThat(room.deliveries(newer).getFirst().state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void shouldAskAPersonWhereItIsInDoubtWhichPaperIsNewer() {
        room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));

        Paper second = room.taken("b", Readings.of(WARRANT, warrant("A", "7 months")));

        assertThat(second.state()).isEqualTo(PaperState.REVIEW);
        assertThat(second.failure()).map(Failure::code).contains(FailureCode.AMENDS_IN_DOUBT);
        assertThat(room.deliveries(second)).isEmpty();
    }

    @Test
    void shouldPassAPaperThatSaysTheSameThoughItIsInDoubtWhichIsNewer() {
        room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));

        Paper second = room.taken("b", Readings.of(WARRANT, warrant("A", "5 months")));

        assertThat(second.state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.records(second)).isEmpty();
    }

    @Test
    void shouldHoldTheWholePaperBackWhereOneRecordHasAnError() {
        Paper paper = room.taken(
                "a",
                Readings.of(
                        WARRANT, warrant("A", "5 months"), Readings.with(warrant("B", "5 months"), Severity.ERROR)));

        assertThat(paper.state()).isEqualTo(PaperState.REVIEW);
        assertThat(paper.failure()).contains(new Failure(FailureCode.BLOCKED_BY_FINDING, "Record 2: CB-F1"));
        assertThat(room.records(paper)).isEmpty();
        assertThat(room.store.wakeUps().pictures()).containsExactly(paper.id());
    }

    @Test
    void shouldLetAWarningTravelWithTheRecord() {
        Paper paper = room.taken("a", Readings.of(WARRANT, Readings.with(warrant("A", "5 months"), Severity.WARNING)));

        assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.records(paper).getFirst().findings()).hasSize(1);
    }

    @Test
    void shouldReadABlockedPaperAgainWhenAnOperatorCalls() {
        Paper paper = room.taken("a", Readings.of(WARRANT, Readings.with(warrant("A", "5 months"), Severity.ERROR)));
        room.reader.learn("a", () -> Readings.of(WARRANT, warrant("A", "5 months")));

        room.lookAt(paper.id());

        assertThat(room.paper(paper.id()).state()).isEqualTo(PaperState.RECORDED);
    }

    @Test
    void shouldAskAPersonWhereOneThingStandsTwiceOnAPaperAndDiffers() {
        Paper paper = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months"), warrant("A", "7 months")));

        assertThat(paper.state()).isEqualTo(PaperState.REVIEW);
        assertThat(room.records(paper)).isEmpty();
    }

    @Test
    void shouldRecordOnceWhatStandsTwiceOnAPaper() {
        Paper paper = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months"), warrant("A", "5 months")));

        assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.records(paper)).hasSize(1);
    }

    @Test
    void shouldRecordFiveHundredDefendants() {
        ReadRecord[] defendants = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> warrant("Defendant " + number, "5 months"))
                .toArray(ReadRecord[]::new);

        Paper paper = room.taken("a", Readings.of(WARRANT, defendants));

        assertThat(paper.records()).isEqualTo(500);
        assertThat(room.records(paper)).hasSize(500);
        assertThat(room.deliveries(paper)).hasSize(500);
    }

    @Test
    void shouldRefuseAnEmptyFile() {
        Paper paper = room.taken("");

        assertThat(paper.state()).isEqualTo(PaperState.REFUSED);
        assertThat(paper.failure()).map(Failure::code).contains(FailureCode.EMPTY);
        assertThat(room.store.originals().copiesOf(paper.id())).isZero();
    }

    @Test
    void shouldRefuseAFileOverFiftyMegabytesWithoutReadingItAndKeepIt() throws IOException {
        PaperId id = room.uploaded(new byte[(int) Paper.MAXIMUM_SIZE + 1], TestPlaces.BEXLEY);

        room.service().take(Room.arrived("papers/" + id));

        Paper paper = room.paper(id);
        assertThat(paper.failure()).map(Failure::code).contains(FailureCode.TOO_LARGE);
        assertThat(paper.size()).isEqualTo(Paper.MAXIMUM_SIZE + 1);
        assertThat(room.reader.reads()).isZero();
        try (InputStream kept =
                room.store.originals().open(id, paper.objectVersion().orElseThrow())) {
            assertThat(kept.readAllBytes()).hasSize((int) Paper.MAXIMUM_SIZE + 1);
        }
    }

    @Test
    void shouldRefuseALockedFileAndKeepItsOriginal() {
        Paper paper = room.taken("a", Reading.failed("application/pdf", Failure.of(FailureCode.ENCRYPTED)));

        assertThat(paper.state()).isEqualTo(PaperState.REFUSED);
        assertThat(room.store.originals().copiesOf(paper.id())).isEqualTo(1);
        assertThat(room.store.wakeUps().pictures()).isEmpty();
    }

    @Test
    void shouldQuarantineWhatTheReaderFindsDangerous() {
        Paper paper = room.taken("a", Reading.failed("application/pdf", Failure.of(FailureCode.TOO_EXPANSIVE)));

        assertThat(paper.state()).isEqualTo(PaperState.QUARANTINED);
        assertThat(paper.failure()).map(Failure::code).contains(FailureCode.TOO_EXPANSIVE);
    }

    @Test
    void shouldLeaveAPaperOfUnknownKindToAPerson() {
        Paper paper = room.taken("nobody knows this");

        assertThat(paper.state()).isEqualTo(PaperState.REVIEW);
        assertThat(paper.failure()).map(Failure::code).contains(FailureCode.UNCLASSIFIED);
    }

    @Test
    void shouldQuarantineUnreadWhatTheVirusScannerStops() {
        room.virusScan = file -> new VirusScan.Infected("Eicar-Test-Signature");

        Paper paper = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));

        assertThat(paper.state()).isEqualTo(PaperState.QUARANTINED);
        assertThat(paper.failure()).contains(new Failure(FailureCode.VIRUS, "Eicar-Test-Signature"));
        assertThat(room.reader.reads()).isZero();
    }

    @Test
    void shouldReadNothingUnscannedWhileTheScannerIsAway() {
        room.virusScan = file -> {
            throw new IOException("connection refused");
        };
        PaperId id = room.uploaded("a");

        assertThatThrownBy(() -> room.service().take(Room.arrived("papers/" + id)))
                .hasMessageContaining("connection refused");
        assertThat(room.paper(id).state()).isEqualTo(PaperState.STORED);
    }

    @Test
    void shouldSayInTheTimelineThatNothingScannedThePaper() {
        Paper paper = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));

        assertThat(room.store.audit().of(paper.id()))
                .extracting(AuditEntry::detail)
                .anyMatch(detail -> detail.contains("Not scanned"));
    }

    @Test
    void shouldMakeTheSamePaperOfADroppedFileHoweverOftenItIsTold() {
        room.reader.learn("a", () -> Readings.of(WARRANT, warrant("A", "5 months")));
        room.store
                .originals()
                .putIncoming("drop/B01BH00/warrant 7.pdf", "a".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        room.service().take(Room.arrived("drop/B01BH00/warrant 7.pdf"));
        room.service().take(Room.arrived("drop/B01BH00/warrant 7.pdf"));

        List<Paper> papers = room.store
                .papers()
                .ofCourt(TestPlaces.BEXLEY, Optional.empty(), 10)
                .items();
        assertThat(papers).singleElement().satisfies(paper -> {
            assertThat(paper.fileName()).isEqualTo("warrant 7.pdf");
            assertThat(paper.sender()).isEqualTo("drop");
            assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        });
    }

    @Test
    void shouldRefuseANotificationOfAnObjectThatIsNotOurs() {
        assertThatThrownBy(() -> room.service().take(Room.arrived("elsewhere/file.pdf")))
                .isInstanceOf(PoisonousMessageException.class);
    }

    @Test
    void shouldRefuseAFileNoFormWasIssuedFor() {
        room.store.originals().putIncoming("papers/p-00000000000000000000000000", new byte[] {1});

        assertThatThrownBy(() -> room.service().take(Room.arrived("papers/p-00000000000000000000000000")))
                .isInstanceOf(PoisonousMessageException.class);
    }

    @Test
    void shouldChangeNothingWhenToldAgainOfARecordedPaper() {
        Paper paper = room.taken("a", Readings.of(WARRANT, warrant("A", "5 months")));
        room.store.originals().forgetIncoming("papers/" + paper.id());
        List<String> before = room.timeline(paper.id());

        room.service().take(Room.arrived("papers/" + paper.id()));
        room.lookAt(paper.id());

        assertThat(room.timeline(paper.id())).isEqualTo(before);
        assertThat(room.reader.reads()).isEqualTo(1);
    }

    @Test
    void shouldFindTheFileWhoseNotificationWasLost() {
        room.reader.learn("a", () -> Readings.of(WARRANT, warrant("A", "5 months")));
        PaperId id = room.uploaded("a");

        room.lookAt(id);

        assertThat(room.paper(id).state()).isEqualTo(PaperState.RECORDED);
    }

    @Test
    void shouldLeaveAPaperAloneWhileItsFileHasNotCome() {
        PaperId id = room.uploaded("a");
        room.store.originals().forgetIncoming("papers/" + id);

        room.lookAt(id);

        assertThat(room.paper(id).state()).isEqualTo(PaperState.AWAITED);
    }

    @Test
    void shouldQuarantineUnreadAPaperWhoseReadingDiedBefore() {
        PaperId id = dies("a");

        room.clock.passes(Duration.ofMinutes(11));
        room.lookAt(id);

        assertThat(room.paper(id).state()).isEqualTo(PaperState.QUARANTINED);
        assertThat(room.paper(id).failure()).map(Failure::code).contains(FailureCode.DIED_BEFORE);
        assertThat(room.reader.reads()).isEqualTo(1);
    }

    @Test
    void shouldLeaveAnAttemptAloneThatMayStillRun() {
        PaperId id = dies("a");

        room.clock.passes(Duration.ofMinutes(9));
        room.service().take(Room.arrived("papers/" + id));

        assertThat(room.paper(id).state()).isEqualTo(PaperState.READING);
    }

    @Test
    void shouldReadAgainAtOnceWhatFailedWithAWord() {
        room.reader.learn("a", () -> {
            throw new IllegalStateException("the child would not start");
        });
        PaperId id = room.uploaded("a");
        assertThatThrownBy(() -> room.service().take(Room.arrived("papers/" + id)))
                .isInstanceOf(IllegalStateException.class);
        room.reader.learn("a", () -> Readings.of(WARRANT, warrant("A", "5 months")));

        room.service().take(Room.arrived("papers/" + id));

        assertThat(room.paper(id).state()).isEqualTo(PaperState.RECORDED);
        assertThat(room.paper(id).attempts()).isEqualTo(2);
        assertThat(room.paper(id).failure()).isEmpty();
        assertThat(room.timeline(id)).contains("postponed");
    }

    @Test
    void shouldBringBackAPaperWhoseReadingFailedOnOurSide() {
        room.reader.learn("a", () -> Reading.failed("application/pdf", Failure.of(FailureCode.UNEXPECTED)));
        PaperId id = room.uploaded("a");

        assertThatThrownBy(() -> room.service().take(Room.arrived("papers/" + id)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(room.paper(id).state()).isEqualTo(PaperState.READING);
        assertThat(room.paper(id).failure()).map(Failure::code).contains(FailureCode.UNEXPECTED);
    }

    private PaperId dies(String text) {
        room.reader.learn(text, () -> {
            throw new OutOfMemoryError("as a child that is killed");
        });
        PaperId id = room.uploaded(text);
        assertThatThrownBy(() -> room.service().take(Room.arrived("papers/" + id)))
                .isInstanceOf(OutOfMemoryError.class);
        return id;
    }
}
