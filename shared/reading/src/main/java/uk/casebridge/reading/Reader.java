package uk.casebridge.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.CourtCodes;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.KindRules;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.Restrictions;
import uk.casebridge.domain.record.SourceTime;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.reading.bundles.Envelopes;
import uk.casebridge.reading.bundles.Mails;
import uk.casebridge.reading.bundles.Parts;
import uk.casebridge.reading.bundles.Piles;
import uk.casebridge.reading.fields.FieldReader;
import uk.casebridge.reading.fields.FoundRecord;
import uk.casebridge.reading.fields.Recogniser;
import uk.casebridge.reading.messages.Message;
import uk.casebridge.reading.messages.MessageFile;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.reading.words.Formats;
import uk.casebridge.reading.words.PaperWords;
import uk.casebridge.reading.words.PdfPaper;

/**
 * Reads papers in this process: bytes, words with places, kind, fields, rules. A paper that takes too much memory or
 * hangs within a library can harm the process; where that matters, read through {@link ChildReader}.
 */
public final class Reader implements PaperReader {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final List<String> DATED_BY = List.of("hearing.date", "generatedOn", "issuedOn");

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    private final StandingData standingData;
    private final Limits limits;
    private final Clock clock;
    private final Ocr ocr;
    private final Optional<PublicKey> supplier;
    private final Recogniser recogniser;

    /** A reader of all kinds, without recognition of text in pictures. */
    public Reader(StandingData standingData, Limits limits, Clock clock) {
        this(standingData, limits, clock, Ocr.none());
    }

    public Reader(StandingData standingData, Limits limits, Clock clock, Ocr ocr) {
        this(standingData, limits, clock, ocr, Optional.empty());
    }

    /** @param supplier the key that signatures of bulk-scan envelopes are verified with, if one is set up */
    public Reader(StandingData standingData, Limits limits, Clock clock, Ocr ocr, Optional<PublicKey> supplier) {
        this.supplier = supplier;
        this.standingData = standingData;
        this.limits = limits;
        this.clock = clock;
        this.ocr = ocr;
        this.recogniser = new Recogniser(KindCatalogue.all());
    }

    /** A reader with the standard limits, which recognises text in pictures where Tesseract is installed. */
    public static Reader standard(StandingData standingData, Clock clock, Optional<PublicKey> supplier) {
        return new Reader(standingData, Limits.standard(), clock, Tesseract.ifInstalled(), supplier);
    }

    @Override
    public Reading read(Path file, String fileName, Instant received, Optional<String> told) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                return Reading.failed(UNKNOWN_TYPE, Failure.of(FailureCode.EMPTY));
            }
            if (size > limits.bytes()) {
                return Reading.failed(UNKNOWN_TYPE, new Failure(FailureCode.TOO_LARGE, size + " bytes"));
            }
            return read(Files.readAllBytes(file), fileName, received, told.flatMap(KindCatalogue::withId));
        } catch (IOException e) {
            LOG.warn("A paper could not be fetched from disk: {}", e.getClass().getSimpleName());
            return Reading.failed(
                    UNKNOWN_TYPE,
                    new Failure(FailureCode.UNEXPECTED, e.getClass().getSimpleName()));
        }
    }

    /** The same for bytes at hand. */
    public Reading read(byte[] bytes, String fileName, Instant received) {
        return read(bytes, fileName, received, Optional.empty());
    }

    private Reading read(byte[] bytes, String fileName, Instant received, Optional<Kind> told) {
        Formats.Detected detected = Formats.Detected.NOTHING;
        try {
            if (bytes.length == 0) {
                return Reading.failed(UNKNOWN_TYPE, Failure.of(FailureCode.EMPTY));
            }
            if (bytes.length > limits.bytes()) {
                return Reading.failed(UNKNOWN_TYPE, new Failure(FailureCode.TOO_LARGE, bytes.length + " bytes"));
            }
            Optional<MessageFile> message = MessageFile.of(bytes, fileName);
            if (message.isPresent()) {
                detected = new Formats.Detected(message.get().mediaType(), fileName);
                return read(message.get().read(Allowance.of(limits)), received);
            }
            detected = Formats.detect(bytes, fileName);
            if (Formats.isPlainZip(bytes, detected)) {
                Bundle envelope = Envelopes.bundle(bytes, supplier, Allowance.of(limits));
                return Reading.of(detected.mediaType(), 0, envelope);
            }
            Formats.Parts words = words(bytes, detected);
            Optional<Bundle> mail = mail(bytes, words);
            if (mail.isPresent()) {
                return Reading.of(detected.mediaType(), words.pages(), mail.get());
            }
            // Whoever tells the kind has seen that it is one paper.
            Optional<Piles.Split> pile = told.isPresent() ? Optional.empty() : pile(words, fileName);
            return pile.isPresent() ? read(detected.mediaType(), words, pile.get()) : read(words, received, told);
        } catch (PaperFailedException e) {
            return Reading.failed(detected.mediaType(), e.failure());
        } catch (OutOfMemoryError e) {
            return Reading.failed(detected.mediaType(), Failure.of(FailureCode.TOO_MUCH_MEMORY));
        } catch (StackOverflowError e) {
            return Reading.failed(detected.mediaType(), Failure.of(FailureCode.TOO_DEEP));
        } catch (RuntimeException e) {
            // The words were there, so the fault is ours: the sender is not told that the paper is damaged.
            LOG.error("Reading the fields of a paper failed", withoutMessage(e));
            return Reading.failed(
                    detected.mediaType(),
                    new Failure(FailureCode.UNEXPECTED, e.getClass().getSimpleName()));
        }
    }

    /** What a message says: its kind is certain, and it has no pages. */
    private Reading read(Message message, Instant received) {
        Kind kind = message.kind();
        List<Reading.ReadRecord> records = new ArrayList<>();
        for (Message.Record record : message.records()) {
            records.add(record(kind, record.fields(), record.findings(), record.sourceTime(), received));
        }
        return new Reading(
                message.mediaType(),
                0,
                Optional.of(kind.id()),
                List.of(new Reading.Score(kind.id(), 1, List.of(message.told()))),
                records,
                records.isEmpty() ? Optional.of(Failure.of(FailureCode.NO_RECORD)) : Optional.empty());
    }

    /** A file of several papers; one that is not certain where each begins waits for a person with what it proposes. */
    private static Reading read(String mediaType, Formats.Parts words, Piles.Split pile) {
        return pile.doubt().isEmpty()
                ? Reading.of(mediaType, words.pages(), pile.bundle())
                : new Reading(
                        mediaType,
                        words.pages(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.of(pile.bundle()),
                        pile.doubt().map(doubt -> new Failure(FailureCode.PILE_IN_DOUBT, doubt)));
    }

    private Optional<Piles.Split> pile(Formats.Parts words, String fileName) {
        PaperWords first = words.papers().getFirst();
        return first.mediaType().equals(PdfPaper.MEDIA_TYPE) && first.hasText()
                ? Piles.split(first.pages(), fileName, words.unread().isEmpty(), recogniser)
                : Optional.empty();
    }

    private Optional<Bundle> mail(byte[] bytes, Formats.Parts words) {
        PaperWords first = words.papers().getFirst();
        return Formats.isMail(first.mediaType())
                ? Mails.bundle(
                        bytes,
                        first,
                        recogniser.kind(recogniser.scores(first.pages())).isPresent(),
                        Allowance.of(limits))
                : Optional.empty();
    }

    @Override
    public Optional<Failure> takeApart(Path file, Bundle bundle, Path folder) {
        try {
            Parts.write(Files.readAllBytes(file), bundle, folder, Allowance.of(limits));
            return Optional.empty();
        } catch (PaperFailedException e) {
            return Optional.of(e.failure());
        } catch (OutOfMemoryError e) {
            return Optional.of(Failure.of(FailureCode.TOO_MUCH_MEMORY));
        } catch (StackOverflowError e) {
            return Optional.of(Failure.of(FailureCode.TOO_DEEP));
        } catch (IOException | RuntimeException e) {
            LOG.error("Taking a bundle apart failed: {}", e.getClass().getName());
            return Optional.of(new Failure(FailureCode.UNEXPECTED, e.getClass().getSimpleName()));
        }
    }

    private Formats.Parts words(byte[] bytes, Formats.Detected detected) {
        try {
            return Formats.read(bytes, detected, Allowance.of(limits), ocr);
        } catch (PaperFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            // A library tripped over the content: the same bytes will trip it again.
            LOG.warn("A paper could not be parsed: {}", e.getClass().getName());
            throw new PaperFailedException(FailureCode.TRUNCATED, e.getClass().getSimpleName(), e);
        }
    }

    /** Where it happened, without the message, which can quote the paper. */
    private static Throwable withoutMessage(RuntimeException e) {
        RuntimeException bare = new RuntimeException(e.getClass().getName());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    private Reading read(Formats.Parts all, Instant received, Optional<Kind> told) {
        List<PaperWords> parts = all.papers();
        PaperWords paper = parts.getFirst();
        int pages = all.pages();
        if (parts.stream().noneMatch(PaperWords::hasText)) {
            return new Reading(
                    paper.mediaType(),
                    pages,
                    told.map(Kind::id),
                    List.of(),
                    List.of(),
                    Optional.of(unreadElse(all, FailureCode.NO_TEXT)));
        }
        List<Reading.Score> best = List.of();
        Optional<Kind> kind = Optional.empty();
        List<Optional<Kind>> kinds = new ArrayList<>();
        for (PaperWords part : parts) {
            List<Reading.Score> scores = recogniser.scores(part.pages());
            // Whoever tells the kind of a paper has seen it; what has no words is no paper.
            Optional<Kind> recognised = part.hasText() ? told.or(() -> recogniser.kind(scores)) : Optional.empty();
            kinds.add(recognised);
            boolean better = best.isEmpty()
                    || scores.getFirst().score() > best.getFirst().score();
            if (recognised.isPresent() && (kind.isEmpty() || better) || kind.isEmpty() && better) {
                best = scores;
                kind = recognised;
            }
        }
        if (kind.isEmpty()) {
            return new Reading(
                    paper.mediaType(),
                    pages,
                    Optional.empty(),
                    best,
                    List.of(),
                    Optional.of(unreadElse(all, FailureCode.UNCLASSIFIED)));
        }
        List<Finding> leftOut = leftOut(kind.get(), parts, kinds, all.unread());
        List<Reading.ReadRecord> records = new ArrayList<>();
        FieldReader fieldReader = new FieldReader(kind.get());
        for (int i = 0; i < parts.size(); i++) {
            if (kinds.get(i).equals(kind)) {
                for (FoundRecord found : fieldReader.read(parts.get(i).pages())) {
                    records.add(record(kind.get(), found, parts.get(i), received, leftOut));
                }
            }
        }
        return new Reading(
                paper.mediaType(),
                pages,
                Optional.of(kind.get().id()),
                best,
                records,
                records.isEmpty() ? Optional.of(Failure.of(FailureCode.NO_RECORD)) : Optional.empty());
    }

    private static Failure unreadElse(Formats.Parts parts, FailureCode otherwise) {
        return parts.unread().isEmpty() ? Failure.of(otherwise) : parts.unread().getFirst();
    }

    private Reading.ReadRecord record(
            Kind kind, FoundRecord found, PaperWords words, Instant received, List<Finding> leftOut) {
        List<Finding> others = new ArrayList<>();
        found.clashes().forEach(clash -> others.add(clash(kind, clash)));
        others.addAll(leftOut);
        return record(
                kind,
                found.fields(),
                others,
                SourceTime.printedIn(found.fields(), words.fileTime(), words.maker()),
                received);
    }

    private Reading.ReadRecord record(
            Kind kind, Fields read, List<Finding> others, SourceTime sourceTime, Instant received) {
        LocalDate today = received.isAfter(clock.instant())
                ? LocalDate.ofInstant(clock.instant(), LONDON)
                : LocalDate.ofInstant(received, LONDON);
        StandingData lists = standingData.on(dateOf(read).orElse(today));
        Fields fields = CourtCodes.filledIn(kind, read, lists);
        List<Finding> findings = new ArrayList<>(KindRules.check(kind, fields, new Rule.Context(today, lists)));
        findings.addAll(others);
        return new Reading.ReadRecord(
                fields, findings, kind.urgency().apply(fields), Restrictions.of(fields), sourceTime);
    }

    private static Finding clash(Kind kind, FoundRecord.Clash clash) {
        String path = clash.taken().path();
        String label = kind.field(path)
                .flatMap(spec -> spec.labels().stream().findFirst())
                .orElse(path);
        return new Finding(
                "PRINTED-TWICE",
                Severity.WARNING,
                List.of(path),
                "\u201c" + label + "\u201d is printed twice with different values: " + where(clash.taken()) + ", and "
                        + where(clash.other()) + ". The first was taken.",
                "One of the two was not brought up to date, or belongs to something else on the paper.",
                "Look at both places on the paper and keep the one that holds; if you cannot tell, ask the court.",
                "Print each value once.",
                kind.source());
    }

    /** The place of a value and not the value: a finding is read by more people than the paper is. */
    private static String where(Field field) {
        return field.place()
                .map(box -> "on page " + box.page() + ", " + Math.round(box.y() / POINTS_PER_MILLIMETRE)
                        + " mm from the top and " + Math.round(box.x() / POINTS_PER_MILLIMETRE) + " mm from the left")
                .orElse("at a place unknown");
    }

    /** What else the file holds that no record says: parts that could not be read, and papers of another kind. */
    private static List<Finding> leftOut(
            Kind kind, List<PaperWords> parts, List<Optional<Kind>> kinds, List<Failure> unread) {
        List<Finding> findings = new ArrayList<>();
        unread.forEach(failure -> findings.add(partUnread(kind, failure)));
        for (int i = 0; i < parts.size(); i++) {
            Optional<Kind> other = kinds.get(i).filter(it -> !it.equals(kind));
            if (other.isPresent()) {
                findings.add(otherKind(kind, other.get()));
            } else if (kinds.get(i).isEmpty()
                    && parts.get(i).hasText()
                    && !parts.get(i).nameWithin().isEmpty()) {
                // The body of a mail, which has no name, is most often a word of greeting.
                findings.add(ofNoKind(kind));
            }
        }
        return findings;
    }

    private static Finding otherKind(Kind kind, Kind other) {
        return new Finding(
                "OTHER-KIND-INSIDE",
                Severity.ERROR,
                List.of(),
                "The file also holds a paper of another kind, which was not read: " + other.title() + ".",
                "Papers of two kinds were sent as one file or in one e-mail.",
                "Upload the other paper as a file of its own, then let this one go.",
                "Send each paper as one file.",
                kind.source());
    }

    private static Finding ofNoKind(Kind kind) {
        return new Finding(
                "ENCLOSURE-UNREAD",
                Severity.WARNING,
                List.of(),
                "A file within the paper is of no kind we know, and was not read.",
                "A letter or another document was sent together with the paper.",
                "Open it and look whether it is a paper that should be uploaded by itself.",
                "Send each paper as one file, without enclosures.",
                kind.source());
    }

    private static Finding partUnread(Kind kind, Failure failure) {
        return new Finding(
                "PART-UNREAD",
                Severity.WARNING,
                List.of(),
                "A part of the paper could not be read: " + failure.sentence(),
                "A page is a picture, or a file within the paper is locked or damaged.",
                "Open the paper and look whether that part says more than what was read.",
                "Send each paper as one file, as it came from the case system.",
                kind.source());
    }

    /** The date whose code lists count: of the hearing, else of the paper. */
    private static Optional<LocalDate> dateOf(Fields fields) {
        return DATED_BY.stream().flatMap(path -> fields.date(path).stream()).findFirst();
    }
}
