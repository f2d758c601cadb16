package uk.casebridge.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.PartOf;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.review.Review;
import uk.casebridge.reading.PaperReader;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.IncomingKey;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Originals.Incoming;
import uk.casebridge.store.Papers;
import uk.casebridge.store.PoisonousMessageException;
import uk.casebridge.store.WakeUps;

/**
 * Takes papers from incoming to records. Every step can be run again from the start: the table says how far a paper
 * is, and a message, however often it comes, only makes the room look.
 */
final class ExtractService {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractService.class);

    /** The name of this room in timelines. */
    static final String WHO = "extract";

    /**
     * How long an attempt can be under way at most. An attempt marked longer ago that left no word has died; the
     * function's own time limit must be shorter.
     */
    static final Duration ATTEMPT_LIMIT = Duration.ofMinutes(10);

    /** How often a bundle is begun to be taken apart when each time nothing is heard of it again. */
    private static final int MOST_ATTEMPTS = 5;

    /** Where the bytes of a paper whose notification was lost may lie. */
    private static final List<Boolean> LANES = List.of(true, false);

    private final Papers papers;
    private final Originals originals;
    private final Gate gate;
    private final VirusScan virusScan;
    private final PaperReader reader;
    private final KeptReadings readings;
    private final Recording recording;
    private final Identifying identifying;
    private final TakingApart takingApart;
    private final TakingBack takingBack;
    private final Desk desk;
    private final WakeUps wakeUps;
    private final Metrics metrics;
    private final Clock clock;

    ExtractService(
            Papers papers,
            Originals originals,
            Gate gate,
            VirusScan virusScan,
            PaperReader reader,
            KeptReadings readings,
            Recording recording,
            Identifying identifying,
            TakingApart takingApart,
            TakingBack takingBack,
            Desk desk,
            WakeUps wakeUps,
            Metrics metrics,
            Clock clock) {
        this.papers = papers;
        this.originals = originals;
        this.gate = gate;
        this.virusScan = virusScan;
        this.reader = reader;
        this.readings = readings;
        this.recording = recording;
        this.identifying = identifying;
        this.takingApart = takingApart;
        this.takingBack = takingBack;
        this.desk = desk;
        this.wakeUps = wakeUps;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Does what a message asks for.
     *
     * @throws PoisonousMessageException if the message means nothing here; it belongs among the dead letters
     * @throws RuntimeException if something of ours failed; the message is to come back
     */
    void take(IntakeMessage message) {
        try {
            switch (message) {
                case IntakeMessage.Trial() -> {}
                case IntakeMessage.Look(PaperId id) ->
                    look(papers.find(id).orElseThrow(() -> new PoisonousMessageException("There is no paper " + id)));
                case IntakeMessage.Arrived(List<IntakeMessage.ArrivedFile> files) -> {
                    for (IntakeMessage.ArrivedFile file : files) {
                        arrived(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrived(IntakeMessage.ArrivedFile file) throws IOException {
        IncomingKey key = IncomingKey.parse(file.key())
                .orElseThrow(() -> new PoisonousMessageException("The notification names an object that is not ours"));
        Optional<Incoming> incoming = originals.incoming(file.key());
        Optional<Paper> paper = incoming.isPresent()
                ? Optional.of(gate.paperOf(incoming.get(), file.at()))
                // It lasts a day; the paper may long have been taken from it.
                : key.paper().flatMap(papers::find);
        Paper known =
                paper.orElseThrow(() -> new PoisonousMessageException("The file is gone and no paper came of it"));
        if (known.state() == PaperState.AWAITED && incoming.isPresent()) {
            admit(known, incoming.get());
        } else if (!known.state().isAtRest()) {
            look(known);
        }
    }

    private void look(Paper paper) throws IOException {
        switch (paper.state()) {
            case AWAITED -> {
                Optional<Incoming> incoming = LANES.stream()
                        .flatMap(urgent -> originals.incoming(Originals.incomingKey(paper.id(), urgent)).stream())
                        .findFirst();
                if (incoming.isPresent()) {
                    admit(paper, incoming.get());
                }
            }
            // Only an operator's call comes for a paper in review: what kept it may be mended.
            case STORED, REVIEW -> attempt(paper, fetched(paper));
            case READING -> again(paper);
            case WITHDRAWING -> takingBack.goOn(paper);
            // The sweep calls where whom it is about could not be found at once.
            case RECORDED, TAKEN_APART, QUARANTINED, DUPLICATE, REFUSED, WITHDRAWN -> identifying.identify(paper);
        }
    }

    private void admit(Paper awaited, Incoming incoming) throws IOException {
        Optional<PaperFile> file = gate.pass(awaited, incoming);
        Paper now = papers.find(awaited.id()).orElseThrow();
        if (file.isPresent()) {
            attempt(now, file.get());
        } else {
            count(now);
        }
    }

    /** Goes on with a paper whose reading was begun before. */
    private void again(Paper paper) throws IOException {
        boolean leftWord = paper.failure().isPresent();
        boolean mayStillRun = paper.changedAt().plus(ATTEMPT_LIMIT).isAfter(clock.instant());
        if (!leftWord && mayStillRun) {
            // Another run is at it; should that one die, the sweep calls again.
            return;
        }
        Optional<Reading> survived = readings.of(paper).filter(reading -> isOfKindChosen(paper, reading));
        if (survived.isPresent()
                && survived.get().bundle().isPresent()
                && !leftWord
                && paper.attempts() >= MOST_ATTEMPTS) {
            quarantine(paper, Failure.of(FailureCode.DIED_BEFORE));
        } else if (survived.isPresent()) {
            mark(paper, "Reading had come to its end; going on from there")
                    .ifPresent(marked -> finish(marked, survived.get()));
        } else if (leftWord) {
            attempt(paper, fetched(paper));
        } else {
            quarantine(paper, Failure.of(FailureCode.DIED_BEFORE));
        }
    }

    /** A reading made before a person told the kind says nothing any more. */
    private boolean isOfKindChosen(Paper paper, Reading reading) {
        Optional<String> chosen = desk.kindChosen(paper);
        return chosen.isEmpty() || chosen.equals(reading.kind());
    }

    private void attempt(Paper paper, PaperFile bytes) throws IOException {
        try (PaperFile file = bytes) {
            String scanned;
            switch (virusScan.scan(file.path())) {
                case VirusScan.Infected(String name) -> {
                    quarantine(paper, new Failure(FailureCode.VIRUS, name));
                    return;
                }
                case VirusScan.Clean() -> scanned = "Scanned, no virus found";
                case VirusScan.NotScanned() -> scanned = "Not scanned for viruses, no scanner is set up";
            }
            Optional<Paper> mine = mark(paper, "Attempt " + (paper.attempts() + 1) + ". " + scanned);
            if (mine.isEmpty()) {
                return;
            }
            Paper marked = mine.get();
            Instant begun = clock.instant();
            Reading reading;
            try {
                Reading read = reader.read(file.path(), paper.fileName(), paper.createdAt(), desk.kindChosen(marked));
                reading = paper.partOf().flatMap(PartOf::time).map(read::madeAt).orElse(read);
                refuseToRest(reading);
                readings.keep(marked, reading);
            } catch (RuntimeException e) {
                leaveWord(marked, e);
                throw e;
            }
            metrics.time("ReadingTime", Duration.between(begun, clock.instant()).toMillis());
            finish(marked, reading);
        }
    }

    private void finish(Paper paper, Reading reading) {
        try {
            Paper seen = paper.seenAs(reading.mediaType());
            if (reading.failure().isEmpty() && reading.bundle().isPresent()) {
                takeApart(paper, seen, reading, reading.bundle().get());
                papers.find(paper.id()).ifPresent(this::count);
                return;
            }
            Review review = desk.review(paper, reading);
            if (review.toBeReadAs().isPresent()) {
                throw new IllegalStateException("The kept reading of " + paper.id() + " is not of the kind chosen");
            }
            Optional<Failure> failure =
                    review.open().or(() -> recording.write(paper, review.kind().orElseThrow(), review.parts()));
            // Before the paper comes to rest: afterwards nothing would call for its pictures again.
            if (failure.isEmpty() || failure.get().code().outcome() == FailureCode.Outcome.REVIEW) {
                wakeUps.picture(paper.id());
            }
            if (failure.isEmpty()) {
                identifying.due(paper.id());
                close(paper, seen, reading, review.parts().size());
            } else {
                settle(paper, seen, reading, failure.get(), review.harm());
            }
        } catch (RuntimeException e) {
            leaveWord(paper, e);
            throw e;
        }
        papers.find(paper.id()).ifPresent(now -> {
            count(now);
            identify(now);
        });
    }

    /** Whom a paper is about is found when its deliveries are on their way, and never keeps them from it. */
    private void identify(Paper paper) {
        if (paper.state() != PaperState.RECORDED) {
            return;
        }
        try {
            identifying.identify(paper);
        } catch (RuntimeException e) {
            LOG.warn("Whom {} is about is not found yet; the sweep calls for it again", paper.id(), e);
            metrics.count("PeopleNotFoundYet", 1);
        }
    }

    private void takeApart(Paper paper, Paper seen, Reading reading, Bundle bundle) {
        Optional<Failure> failure;
        try {
            failure = takingApart.store(paper, bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (failure.isPresent()) {
            settle(paper, seen, reading, failure.get(), Harm.OTHER);
            return;
        }
        Instant now = clock.instant();
        close(
                paper,
                seen.takenApart(bundle.parts().size(), reading.pages(), now),
                entry(paper, now, "taken-apart", TakingApart.summary(bundle)));
    }

    private void close(Paper paper, Paper seen, Reading reading, int records) {
        Instant now = clock.instant();
        Paper recorded = seen.recorded(reading.kind().orElseThrow(), records, reading.pages(), now);
        close(paper, recorded, entry(paper, now, "closed", "Records of the paper: " + records));
    }

    private void close(Paper paper, Paper closed, AuditEntry entry) {
        if (!papers.close(paper, closed, entry)
                && papers.find(paper.id())
                        .filter(other -> other.state().isAtRest())
                        .isEmpty()) {
            throw new IllegalStateException("Not everything of " + paper.id() + " is written yet");
        }
    }

    private void settle(Paper paper, Paper seen, Reading reading, Failure failure, Harm harm) {
        Instant now = clock.instant();
        String said = failure.code().code() + " " + failure.sentence();
        switch (failure.code().outcome()) {
            case REVIEW ->
                papers.move(
                        paper,
                        seen.forReview(reading.kind(), failure, harm, reading.pages(), now),
                        entry(paper, now, "review", said));
            case REJECTED -> papers.move(paper, seen.refused(failure, now), entry(paper, now, "refused", said));
            case QUARANTINED ->
                papers.move(paper, seen.quarantined(failure, now), entry(paper, now, "quarantined", said));
            case RETRYABLE -> throw new IllegalStateException(failure.code().code() + " " + failure.detail());
        }
    }

    /** A reading that failed on our side says nothing of the paper. */
    private static void refuseToRest(Reading reading) {
        reading.failure()
                .filter(failure -> failure.code().outcome() == FailureCode.Outcome.RETRYABLE)
                .ifPresent(failure -> {
                    throw new IllegalStateException(failure.code().code() + " " + failure.detail());
                });
    }

    /** Marks an attempt before it is made; empty if someone else moved the paper meanwhile. */
    private Optional<Paper> mark(Paper paper, String detail) {
        Instant now = clock.instant();
        Paper marked = paper.reading(now);
        return papers.move(paper, marked, entry(paper, now, "reading", detail))
                ? Optional.of(marked)
                : Optional.empty();
    }

    private void leaveWord(Paper paper, RuntimeException cause) {
        Instant now = clock.instant();
        Failure failure = new Failure(FailureCode.UNEXPECTED, cause.getClass().getSimpleName());
        try {
            papers.move(
                    paper,
                    paper.postponed(failure, now),
                    entry(paper, now, "postponed", failure.code().code() + " " + failure.sentence()));
        } catch (RuntimeException alsoThis) {
            cause.addSuppressed(alsoThis);
        }
    }

    private void quarantine(Paper paper, Failure failure) {
        Instant now = clock.instant();
        papers.move(
                paper,
                paper.quarantined(failure, now),
                entry(paper, now, "quarantined", failure.code().code() + " " + failure.sentence()));
        papers.find(paper.id()).ifPresent(this::count);
    }

    private PaperFile fetched(Paper paper) throws IOException {
        try (InputStream bytes =
                originals.open(paper.id(), paper.objectVersion().orElseThrow())) {
            PaperFile file = PaperFile.of(bytes);
            if (!paper.sha256().equals(Optional.of(file.sha256()))) {
                file.close();
                throw new IOException("The original of " + paper.id() + " has another SHA-256 than when it was stored");
            }
            return file;
        }
    }

    private void count(Paper paper) {
        metrics.count(
                "Papers",
                1,
                Metrics.by("Kind", paper.kind().orElse("none")),
                Metrics.by("State", paper.state().name()));
    }

    private static AuditEntry entry(Paper paper, Instant at, String what, String detail) {
        return new AuditEntry(at, WHO, what, paper.id(), Optional.empty(), detail);
    }
}
