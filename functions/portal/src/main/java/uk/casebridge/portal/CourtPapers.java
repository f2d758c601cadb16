package uk.casebridge.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.portal.page.LondonTime;
import uk.casebridge.portal.page.PaperPage;
import uk.casebridge.portal.page.PapersPage;
import uk.casebridge.portal.page.SendPage;
import uk.casebridge.portal.page.Tag;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Page;
import uk.casebridge.store.Store;
import uk.casebridge.store.TakingPapersBack;

/** What a clerk may see of the papers of the courts worked for. A paper of any other court is as if it were not. */
final class CourtPapers {

    private static final Logger LOG = LoggerFactory.getLogger(CourtPapers.class);

    static final int ROWS = 25;

    /** How far back the papers that need a person are looked for at once. */
    static final int LOOKED_THROUGH = 200;

    static final Duration LINK_LIFE = Duration.ofSeconds(60);

    private static final int ATTENTION_ROWS = 10;
    private static final int PICTURES = 50;
    private static final Duration FOLLOWED = Duration.ofMinutes(10);
    private static final Set<PaperState> ATTENTION =
            Set.of(PaperState.REVIEW, PaperState.QUARANTINED, PaperState.REFUSED);

    private final Store store;
    private final StandingData standingData;
    private final Bundles bundles;
    private final Clock clock;

    CourtPapers(Store store, StandingData standingData, Clock clock) {
        this.store = store;
        this.standingData = standingData;
        this.bundles = new Bundles(store);
        this.clock = clock;
    }

    PapersPage.Court court(CourtCode code) {
        return new PapersPage.Court(code.value(), standingData.courtName(code).orElse("Court " + code.value()));
    }

    List<PapersPage.Court> courts(Session session) {
        return session.courts().stream().map(this::court).toList();
    }

    /** The court asked for, if the clerk works for it; the first of the clerk's courts if none is asked for. */
    Optional<CourtCode> chosen(Session session, Optional<String> asked) {
        return asked.isEmpty()
                ? session.courts().stream().findFirst()
                : session.courts().stream()
                        .filter(court -> court.value().equals(asked.get()))
                        .findFirst();
    }

    /** Which earlier papers a new one can replace: the latest of each of the clerk's courts that were recorded. */
    SendPage.Replaced replaced(Session session, String chosen, String reference) {
        return new SendPage.Replaced(
                session.courts().stream()
                        .flatMap(court -> store.papers().ofCourt(court, Optional.empty(), ROWS).items().stream())
                        .filter(paper -> paper.state() == PaperState.RECORDED)
                        .sorted(Comparator.comparing(Paper::id).reversed())
                        .limit(ROWS)
                        .map(paper -> new SendPage.Earlier(
                                paper.id().value(),
                                paper.fileName()
                                        + paper.kind()
                                                .map(kind -> ", " + kindTitle(kind))
                                                .orElse("")
                                        + ", " + LondonTime.dateAndTime(paper.createdAt())))
                        .toList(),
                chosen,
                reference);
    }

    PapersPage list(Session session, CourtCode court, boolean attentionOnly, Optional<String> cursor) {
        Page<Paper> page = store.papers().ofCourt(court, cursor, attentionOnly ? LOOKED_THROUGH : ROWS);
        List<Paper> attention = attentionOnly || cursor.isPresent()
                ? List.of()
                : store.papers().ofCourt(court, Optional.empty(), LOOKED_THROUGH).items().stream()
                        .filter(paper -> ATTENTION.contains(paper.state()))
                        .limit(ATTENTION_ROWS)
                        .toList();
        return new PapersPage(
                court(court),
                courts(session),
                attentionOnly,
                attention.stream().map(this::row).toList(),
                page.items().stream()
                        .filter(paper -> !attentionOnly || ATTENTION.contains(paper.state()))
                        .map(this::row)
                        .toList(),
                cursor.isEmpty(),
                page.next()
                        .map(next -> "/papers?court="
                                + court.value()
                                + (attentionOnly ? "&show=attention" : "")
                                + "&cursor="
                                + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }

    private PapersPage.Row row(Paper paper) {
        List<Delivery> deliveries = paper.state() == PaperState.RECORDED
                ? WhoGetsIt.live(store.deliveries().of(paper.id()))
                : List.of();
        Instant now = clock.instant();
        Optional<Tag> late = deliveries.stream()
                .flatMap(delivery -> WhoGetsIt.late(delivery, now).stream())
                .findFirst()
                .or(() -> deliveries.stream()
                        .map(Delivery::state)
                        .filter(state -> state == DeliveryState.REJECTED || state == DeliveryState.UNPLACED)
                        .findFirst()
                        .map(Tags::of));
        return new PapersPage.Row(
                href(paper.id()),
                paper.fileName(),
                paper.kind().map(CourtPapers::kindTitle),
                Tags.of(paper.state()),
                isMoving(paper, deliveries) && now.isBefore(paper.createdAt().plus(FOLLOWED)),
                WhoGetsIt.received(deliveries),
                late,
                LondonTime.dateAndTime(paper.createdAt()));
    }

    /** A paper of one of the clerk's courts; empty for any other and for what is no id. */
    Optional<Paper> find(Session session, String id) {
        return id(id).flatMap(store.papers()::find).filter(paper -> session.worksFor(paper.court()));
    }

    private static Optional<PaperId> id(String text) {
        try {
            return Optional.of(new PaperId(text));
        } catch (IllegalArgumentException e) {
            // What is no id names no paper.
            return Optional.empty();
        }
    }

    PaperPage page(Paper paper, boolean refreshing) {
        List<RecordVersion> records = store.records().of(paper.id());
        List<Delivery> deliveries = store.deliveries().of(paper.id());
        List<KeptReading.Part> kept = kept(paper, records);
        boolean moving = isMoving(paper, deliveries);
        boolean pictured = paper.mediaType().filter("application/pdf"::equals).isPresent();
        int pictures = pictured ? Math.min(paper.pages(), PICTURES) : 0;
        List<Identification> people =
                records.isEmpty() ? List.of() : store.people().of(paper.id());
        return new PaperPage(
                href(paper.id()),
                paper.fileName(),
                Tags.of(paper.state()),
                sentence(paper, deliveries),
                moving,
                moving && refreshing,
                summary(
                        paper,
                        Stream.concat(
                                        records.stream().map(RecordVersion::urgency),
                                        kept.stream().map(KeptReading.Part::urgency))
                                .anyMatch(Urgency.CUSTODY::equals)),
                problem(paper),
                List.copyOf(new TreeSet<>(Stream.concat(
                                records.stream().map(RecordVersion::restrictions),
                                kept.stream().map(KeptReading.Part::restrictions))
                        .flatMap(List::stream)
                        .toList())),
                WhoGetsIt.rows(deliveries, records, clock.instant()),
                bundles.rows(paper),
                kept.isEmpty()
                        ? IntStream.range(0, records.size())
                                .mapToObj(index -> section(records.get(index), records.size(), people))
                                .toList()
                        : IntStream.rangeClosed(1, kept.size())
                                .mapToObj(part -> section(paper, kept.get(part - 1), part, kept.size()))
                                .toList(),
                paper.objectVersion().map(version -> href(paper.id()) + "/document"),
                Optional.of(href(paper.id()) + "/take-back").filter(href -> TakingPapersBack.isPossible(paper.state())),
                takeBack(paper)
                        .filter(said -> said.notice() == Notice.RECALL)
                        .map(said -> href(paper.id()) + "/breach-report"),
                IntStream.rangeClosed(1, pictures)
                        .mapToObj(number -> new PaperPage.Picture(number, href(paper.id()) + "/pages/" + number))
                        .toList(),
                pictured ? paper.pages() - pictures : 0,
                store.audit().of(paper.id()).stream()
                        .map(entry -> event(entry, deliveries))
                        .toList());
    }

    /** A form that was never used is no longer waited for once it is over. */
    private boolean isMoving(Paper paper, List<Delivery> deliveries) {
        Instant now = clock.instant();
        return switch (paper.state()) {
            case AWAITED -> !isAbandoned(paper);
            case STORED, READING, WITHDRAWING -> true;
            case RECORDED ->
                deliveries.stream()
                        .anyMatch(delivery -> delivery.state() == DeliveryState.PENDING
                                || delivery.sentAt()
                                        .filter(sent ->
                                                delivery.state().awaitsReceipt() && now.isBefore(sent.plus(FOLLOWED)))
                                        .isPresent());
            case TAKEN_APART -> bundles.isMoving(paper, now, FOLLOWED);
            case REVIEW, QUARANTINED, DUPLICATE, REFUSED, WITHDRAWN -> false;
        };
    }

    private boolean isAbandoned(Paper paper) {
        return paper.state() == PaperState.AWAITED
                && clock.instant()
                        .isAfter(paper.createdAt().plus(Sending.FORM_LIFE).plus(FOLLOWED));
    }

    private static String sentence(Paper paper, List<Delivery> deliveries) {
        return paper.state().title()
                + WhoGetsIt.received(WhoGetsIt.live(deliveries))
                        .map(received -> ", " + received)
                        .orElse("");
    }

    private List<PaperPage.Line> summary(Paper paper, boolean custody) {
        List<PaperPage.Line> lines = new ArrayList<>();
        paper.kind().ifPresent(kind -> lines.add(PaperPage.Line.of("Kind of paper", kindTitle(kind))));
        lines.add(PaperPage.Line.of("Court", court(paper.court().house()).name()));
        lines.add(PaperPage.Line.of("Sent", LondonTime.dateAndTime(paper.createdAt()) + " by " + paper.sender()));
        if (custody) {
            lines.add(PaperPage.Line.of("Urgency", "Changes someone’s custody: goes ahead of other papers"));
        }
        if (paper.size() > 0) {
            lines.add(PaperPage.Line.of("Size", size(paper)));
        }
        if (paper.records() > 1) {
            lines.add(PaperPage.Line.of("Records", Integer.toString(paper.records())));
        }
        Bundles.origin(paper).ifPresent(lines::add);
        paper.duplicateOf()
                .ifPresent(first -> lines.add(
                        new PaperPage.Line("Same file as", "The paper received before", Optional.of(href(first)))));
        replaces(paper)
                .ifPresent(earlier -> lines.add(new PaperPage.Line(
                        "Replaces", "The paper " + earlier + ", as its sender said", Optional.of(href(earlier)))));
        takeBack(paper)
                .ifPresent(said -> lines.add(PaperPage.Line.of(
                        said.notice() == Notice.RECALL ? "Recalled" : "Withdrawn",
                        LondonTime.dateAndTime(said.at()) + " by " + said.who() + ": " + said.reason())));
        if (DeskActions.isOpen(paper)) {
            lines.add(new PaperPage.Line(
                    "Review desk", "What was read, beside the paper", Optional.of(DeskPages.href(paper.id()))));
        }
        lines.add(PaperPage.Line.of("Reference", paper.id().value()));
        return lines;
    }

    private Optional<PaperId> replaces(Paper paper) {
        return store.papers().instructions(paper.id()).stream()
                .filter(Instruction.Replaces.class::isInstance)
                .map(said -> ((Instruction.Replaces) said).earlier())
                .findFirst();
    }

    private Optional<Instruction.TakeBack> takeBack(Paper paper) {
        return paper.state() != PaperState.WITHDRAWING && paper.state() != PaperState.WITHDRAWN
                ? Optional.empty()
                : store.papers().instructions(paper.id()).stream()
                        .filter(Instruction.TakeBack.class::isInstance)
                        .map(Instruction.TakeBack.class::cast)
                        .findFirst();
    }

    private static String size(Paper paper) {
        String size = paper.size() < 1_000_000
                ? Math.max(1, paper.size() / 1000) + " KB"
                : paper.size() / 1_000_000 + "." + paper.size() / 100_000 % 10 + " MB";
        return paper.pages() == 0 ? size : size + ", " + paper.pages() + (paper.pages() == 1 ? " page" : " pages");
    }

    private Optional<PaperPage.Problem> problem(Paper paper) {
        if (isAbandoned(paper)) {
            return Optional.of(new PaperPage.Problem(
                    "The file never came",
                    "The upload was not completed, and its form no longer holds.",
                    "",
                    Optional.empty(),
                    "Send the paper again."));
        }
        if (paper.state() == PaperState.DUPLICATE) {
            return Optional.of(new PaperPage.Problem(
                    "This paper is already here",
                    "Your court sent exactly the same file before. Nothing was sent twice.",
                    "",
                    Optional.empty(),
                    "See the paper received before. If something changed, send the changed file."));
        }
        return paper.failure()
                .map(failure -> new PaperPage.Problem(
                        title(failure),
                        failure.sentence(),
                        failure.code().code(),
                        Optional.of(failure.detail()).filter(detail -> !detail.isBlank()),
                        next(failure)));
    }

    private static String title(Failure failure) {
        return switch (failure.code().outcome()) {
            case RETRYABLE -> "Tried again by itself";
            case REJECTED -> "This paper was not sent on";
            case REVIEW -> "A person must look at this paper";
            case QUARANTINED -> "This paper is kept apart";
        };
    }

    private static String next(Failure failure) {
        return switch (failure.code().outcome()) {
            case RETRYABLE -> "There is nothing you need to do.";
            case REJECTED -> "Nothing was sent to any agency. Put the file right and send it again as a new paper.";
            case REVIEW ->
                failure.code() == FailureCode.BLOCKED_BY_FINDING
                        ? "Nothing was sent to any agency from this paper. What is wrong stands below,"
                                + " with what to do. A reviewer corrects what was misread at the review desk; if the"
                                + " paper itself is wrong, send the right paper as a new one."
                        : "Nothing was sent to any agency from this paper. The file is kept and waits for a person"
                                + " to decide.";
            case QUARANTINED ->
                "Nothing was sent to any agency. The file is kept apart and is not opened again."
                        + " If it is urgent, tell the agencies by phone.";
        };
    }

    /** What was read of a paper that waits for a person; nothing for any other, whose records say it. */
    private List<KeptReading.Part> kept(Paper paper, List<RecordVersion> records) {
        if (paper.state() != PaperState.REVIEW || !records.isEmpty()) {
            return List.of();
        }
        Optional<byte[]> json = store.evidence().get(paper.id(), Evidence.READING);
        if (json.isEmpty()) {
            return List.of();
        }
        try {
            return KeptReading.of(json.get()).parts();
        } catch (IOException | IllegalArgumentException e) {
            // The page still says why the paper waits; the reading can be made again.
            LOG.warn(
                    "The kept reading of {} cannot be shown: {}",
                    paper.id(),
                    e.getClass().getName());
            return List.of();
        }
    }

    private static PaperPage.RecordSection section(Paper paper, KeptReading.Part part, int number, int of) {
        FieldTable table = new FieldTable(paper.kind().flatMap(KindCatalogue::withId), part.fields());
        return new PaperPage.RecordSection(
                "record-" + number,
                of == 1 ? "What was read" : "Record " + number + " of " + of + subject(part.fields()),
                1,
                true,
                part.findings().stream()
                        .sorted(Comparator.comparing(Finding::severity))
                        .map(finding -> note(finding, table))
                        .toList(),
                table.groups(),
                List.of());
    }

    private PaperPage.RecordSection section(RecordVersion record, int of, List<Identification> people) {
        FieldTable table = new FieldTable(KindCatalogue.withId(record.kind()), record.fields());
        boolean current = store.records()
                .current(record.id())
                .map(newest -> newest.version() == record.version() || newest.takesBack(record.paper()))
                .orElse(true);
        return new PaperPage.RecordSection(
                "record-" + record.part(),
                of == 1 ? "What was read" : "Record " + record.part() + " of " + of + subject(record.fields()),
                record.version(),
                current,
                Stream.concat(record.findings().stream(), WhoPages.findings(record, people))
                        .sorted(Comparator.comparing(Finding::severity))
                        .map(finding -> note(finding, table))
                        .toList(),
                table.groups(),
                record.changes().stream()
                        .flatMap(change -> change.passages().stream())
                        .map(change -> row(change, table))
                        .toList());
    }

    private static PaperPage.ChangeRow row(Change change, FieldTable table) {
        return new PaperPage.ChangeRow(
                table.name(change.path())
                        + change.passage()
                                .filter(lead -> !lead.isBlank())
                                .map(lead -> ": " + lead)
                                .orElse(""),
                change.before().map(value -> table.shown(change.path(), value)).orElse("Nothing: it was added"),
                change.after().map(value -> table.shown(change.path(), value)).orElse("Removed"));
    }

    /** Whom or what a record is about, to tell one from the other. */
    private static String subject(Fields fields) {
        return fields.value("defendant.name")
                .or(() -> fields.value("learner.name"))
                .or(() -> fields.value("case.urn"))
                .map(subject -> ": " + subject)
                .orElse("");
    }

    private static PaperPage.FindingNote note(Finding finding, FieldTable table) {
        return new PaperPage.FindingNote(
                Tags.of(finding.severity()),
                finding.what(),
                finding.howToCorrect(),
                finding.howToAvoid(),
                String.join(", ", finding.fields().stream().map(table::name).toList()),
                finding.code());
    }

    private static PaperPage.Event event(AuditEntry entry, List<Delivery> deliveries) {
        Optional<Recipient> recipient = deliveries.stream()
                .filter(delivery ->
                        entry.about().filter(delivery.id().value()::equals).isPresent())
                .findFirst()
                .map(Delivery::recipient);
        return new PaperPage.Event(
                LondonTime.dateAndTime(entry.at()),
                Events.title(entry.what()),
                entry.detail(),
                Events.who(entry, recipient));
    }

    /** A link to the document for this clerk, noted in the timeline before it is given; empty while there is none. */
    Optional<URI> document(Session session, Paper paper) {
        if (paper.objectVersion().isEmpty()) {
            return Optional.empty();
        }
        store.audit()
                .append(new AuditEntry(
                        clock.instant(),
                        session.user(),
                        Events.OPENED,
                        paper.id(),
                        Optional.empty(),
                        "Opened on the court’s pages."));
        return Optional.of(store.originals()
                .link(
                        paper.id(),
                        paper.objectVersion().get(),
                        FileNames.clean(paper.fileName()),
                        paper.mediaType().orElse("application/octet-stream"),
                        LINK_LIFE));
    }

    /** The picture of a page, PNG, once drawn. */
    Optional<byte[]> picture(Paper paper, int page) {
        return store.evidence().get(paper.id(), Evidence.picture(page));
    }

    static String href(PaperId id) {
        return "/papers/" + id.value();
    }

    private static String kindTitle(String kind) {
        return KindCatalogue.withId(kind).map(Kind::title).orElse(kind);
    }
}
