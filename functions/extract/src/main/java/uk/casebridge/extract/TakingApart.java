package uk.casebridge.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.reading.PaperReader;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.ControlNumbers;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Papers;
import uk.casebridge.store.WakeUps;

/**
 * Makes the parts of a bundle papers of their own, each under an id that is the same however often it is done, so that a
 * later run goes on where an earlier one ended. What becomes of a part is its own affair from then on.
 */
final class TakingApart {

    private final Papers papers;
    private final Originals originals;
    private final ControlNumbers controlNumbers;
    private final PaperReader reader;
    private final WakeUps wakeUps;
    private final Clock clock;

    TakingApart(
            Papers papers,
            Originals originals,
            ControlNumbers controlNumbers,
            PaperReader reader,
            WakeUps wakeUps,
            Clock clock) {
        this.papers = papers;
        this.originals = originals;
        this.controlNumbers = controlNumbers;
        this.reader = reader;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /**
     * Stores every part and calls for each paper among them to be read.
     *
     * @return why it cannot be taken apart, if so; then nothing of it is stored
     */
    Optional<Failure> store(Paper paper, Bundle bundle) throws IOException {
        if (paper.depth() >= Bundle.DEEPEST) {
            return Optional.of(new Failure(
                    FailureCode.TOO_DEEP, "lies within " + paper.depth() + " others and holds papers itself"));
        }
        if (bundle.parts().size() > Bundle.MOST_PARTS) {
            return Optional.of(
                    new Failure(FailureCode.TOO_MANY_PARTS, bundle.parts().size() + " parts"));
        }
        Path folder = Files.createTempDirectory("parts-");
        try {
            Optional<Failure> failure =
                    takenOut(paper, bundle, folder).or(() -> bundle.envelope().flatMap(says -> claimed(paper, says)));
            if (failure.isPresent()) {
                return failure;
            }
            List<PaperId> stored = new ArrayList<>();
            for (Bundle.Part part : bundle.parts()) {
                if (part.use() == Bundle.Use.PAPER) {
                    stored.add(stored(paper, part, folder));
                } else {
                    papers.notePart(paper.id(), KeptPart.of(part, Optional.empty()));
                }
            }
            stored.forEach(wakeUps::extract);
            return Optional.empty();
        } finally {
            delete(folder);
        }
    }

    /** What a timeline says of a bundle. */
    static String summary(Bundle bundle) {
        String uses = Stream.of(Bundle.Use.values())
                .map(use -> {
                    long count = bundle.parts().stream()
                            .filter(part -> part.use() == use)
                            .count();
                    return count == 0 ? "" : use.title() + ": " + count;
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return bundle.sort().title() + ". " + uses + "."
                + bundle.envelope()
                        .map(envelope -> " " + envelope.signature().sentence() + ".")
                        .orElse("");
    }

    private Optional<Failure> takenOut(Paper paper, Bundle bundle, Path folder) throws IOException {
        try (InputStream bytes =
                        originals.open(paper.id(), paper.objectVersion().orElseThrow());
                PaperFile file = PaperFile.of(bytes)) {
            return reader.takeApart(file.path(), bundle, folder);
        }
    }

    private Optional<Failure> claimed(Paper paper, Bundle.Envelope envelope) {
        List<String> taken = controlNumbers.claim(paper.id(), envelope);
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        FailureCode.ENVELOPE_REFUSED,
                        "ERR_METAFILE_INVALID document control numbers came before in another envelope, which this one"
                                + " does not name in rescan_for: " + String.join(", ", taken)));
    }

    private PaperId stored(Paper bundle, Bundle.Part part, Path folder) throws IOException {
        Paper awaited = bundle.part(part);
        if (papers.find(awaited.id()).isPresent()) {
            return awaited.id();
        }
        try (InputStream bytes = Files.newInputStream(folder.resolve(Integer.toString(part.number())));
                PaperFile file = PaperFile.of(bytes)) {
            String version = originals.keepPart(awaited.id(), file.path(), file.sha256());
            Instant now = clock.instant();
            KeptPart note = KeptPart.of(part, Optional.of(awaited.id()));
            String came = "Part " + part.number() + " of " + bundle.id() + ", " + note.where() + ". ";
            Paper stored = awaited.stored(file.sha256(), file.size(), file.mediaType(), version, now);
            AuditEntry entry = entry(
                    stored,
                    now,
                    "stored",
                    came + "Kept as an original, " + file.size() + " bytes, SHA-256 " + file.sha256());
            if (papers.storePart(stored, note, entry) instanceof Papers.StoreOutcome.SameBytes(PaperId first)) {
                Paper duplicate = awaited.duplicateOf(first, file.sha256(), file.size(), now);
                papers.storePart(
                        duplicate,
                        note,
                        entry(duplicate, now, "duplicate", came + "The same bytes came before as " + first));
            }
        }
        return awaited.id();
    }

    private static AuditEntry entry(Paper paper, Instant at, String what, String detail) {
        return new AuditEntry(at, ExtractService.WHO, what, paper.id(), Optional.empty(), detail);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
