package uk.casebridge.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.paper.FileType;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.BreachReport;
import uk.casebridge.store.Originals.UploadForm;
import uk.casebridge.store.Page;
import uk.casebridge.store.RecipientAwayException;
import uk.casebridge.store.RecipientQueues.DeadLetter;
import uk.casebridge.store.RecipientQueues.Depth;
import uk.casebridge.store.RoomQueue;
import uk.casebridge.store.Store;
import uk.casebridge.store.TakingPapersBack;

/** What those who run the house can see and do. Every write leaves a line in the timeline of each paper it touches. */
final class OperatorService {

    private static final int PAGE = 50;
    private static final int MOST_LETTERS = 100;

    /** A program posts its file at once; a large one over a slow line still has to get through. */
    private static final Duration FORM_LIFE = Duration.ofMinutes(30);

    private final Store store;
    private final StandingData standingData;
    private final PaperIds ids;
    private final Clock clock;

    OperatorService(Store store, StandingData standingData, PaperIds ids, Clock clock) {
        this.store = store;
        this.standingData = standingData;
        this.ids = ids;
        this.clock = clock;
    }

    /** Issues an upload form for a new paper. */
    ObjectNode expect(OperatorCall call) {
        String fileName = call.text("fileName");
        CourtCode court = OperatorRoutes.court(call.text("court")).house();
        Optional<Sha256> sha256 = call.optionalText("sha256").map(OperatorService::sha256);
        boolean urgent = call.json().path("urgent").asBoolean(false);
        Optional<Paper> replaces = call.optionalText("replaces").map(id -> earlier(id, court));
        Instant now = clock.instant();
        Paper paper = Paper.awaited(ids.next(), fileName, court, call.who(), now);
        UploadForm form = store.originals()
                .uploadForm(
                        paper.id(),
                        FileType.mediaTypeOf(fileName),
                        urgent,
                        Paper.MAXIMUM_SIZE,
                        sha256,
                        FORM_LIFE,
                        Optional.empty());
        store.papers()
                .await(
                        paper,
                        entry(paper.id(), call.who(), "awaited", Optional.empty(), "An upload form was given out."));
        replaces.ifPresent(earlier -> store.papers()
                .instruct(
                        new Instruction.Replaces(paper.id(), call.who(), now, earlier.id()),
                        paper,
                        paper,
                        entry(
                                paper.id(),
                                call.who(),
                                "replaces",
                                Optional.empty(),
                                "Replaces the paper " + earlier.id())));
        ObjectNode view = Views.object();
        view.put("paper", paper.id().value());
        ObjectNode fields =
                view.putObject("form").put("action", form.action().toString()).putObject("fields");
        form.fields().forEach(fields::put);
        return view;
    }

    ObjectNode papers(CourtCode court, Optional<String> cursor) {
        Page<Paper> page = store.papers().ofCourt(court, cursor, PAGE);
        ObjectNode view = Views.object();
        ArrayNode papers = view.putArray("papers");
        page.items().forEach(paper -> papers.add(Views.paper(paper)));
        page.next().ifPresent(next -> view.put("cursor", next));
        return view;
    }

    ObjectNode paper(PaperId id) {
        Instant now = clock.instant();
        ObjectNode view = Views.object();
        Paper paper = known(id);
        view.set("paper", Views.paper(paper));
        ArrayNode parts = view.putArray("parts");
        if (paper.parts() > 0) {
            store.papers()
                    .partsOf(id)
                    .forEach(part -> parts.add(Views.part(part, part.paper().flatMap(store.papers()::find))));
        }
        ArrayNode records = view.putArray("records");
        store.records().of(id).forEach(version -> records.add(Views.record(version)));
        ArrayNode deliveries = view.putArray("deliveries");
        store.deliveries().of(id).forEach(delivery -> deliveries.add(Views.delivery(delivery, now)));
        ArrayNode timeline = view.putArray("timeline");
        store.audit().of(id).forEach(line -> timeline.add(Views.line(line)));
        return view;
    }

    /** Has the extract room look at a paper again. */
    ObjectNode retry(PaperId id, String who) {
        Paper paper = known(id);
        switch (paper.state()) {
            case AWAITED, STORED, READING, REVIEW, WITHDRAWING -> {
                store.audit().append(entry(id, who, "retry", Optional.empty(), "Asked to have it looked at again"));
                store.wakeUps().extract(id);
            }
            case QUARANTINED ->
                throw OperatorProblem.conflict(
                        paper.failure().map(failure -> failure.code().code()).orElse("quarantined"),
                        "The paper is quarantined and is never read again",
                        paper.failure().map(Failure::sentence).orElse("It is kept and never read again."));
            case RECORDED, TAKEN_APART, DUPLICATE, REFUSED, WITHDRAWN ->
                throw OperatorProblem.conflict(
                        "nothing-to-retry",
                        "There is nothing left to do for the paper",
                        "The paper is at rest: " + paper.state().title() + ".");
        }
        ObjectNode view = Views.object();
        view.set("paper", Views.paper(paper));
        return view;
    }

    /** Takes a paper back, with the reason that its recipients read. */
    ObjectNode takeBack(PaperId id, Notice notice, OperatorCall call) {
        Paper paper = known(id);
        String reason = call.text("reason").strip();
        if (reason.length() > Instruction.TakeBack.LONGEST_REASON) {
            throw OperatorProblem.badRequest(
                    "The reason has more than " + Instruction.TakeBack.LONGEST_REASON + " characters.");
        }
        switch (new TakingPapersBack(store, clock).takeBack(paper, notice, reason, call.who())) {
            case BEGUN, BEFORE -> {}
            case NOT_YET ->
                throw OperatorProblem.conflict(
                        "not-yet", "The paper is being worked on", "It can be taken back in a minute.");
            case NOTHING_OF_IT ->
                throw OperatorProblem.conflict(
                        "nothing-to-take-back",
                        "Nothing was sent from the paper",
                        "It is at rest: " + paper.state().title() + ".");
        }
        ObjectNode view = Views.object();
        view.set("paper", Views.paper(known(id)));
        return view;
    }

    /** Who had a paper and looked at it, as lines of CSV. */
    ObjectNode breachReport(PaperId id) {
        Paper paper = known(id);
        return Views.object().put("fileName", BreachReport.fileName(paper)).put("csv", BreachReport.csv(store, paper));
    }

    ObjectNode queues() {
        ObjectNode view = Views.object();
        ArrayNode queues = view.putArray("queues");
        for (Recipient recipient : Recipient.values()) {
            Depth depth = store.queues().depth(recipient);
            ObjectNode queue = queues.addObject();
            queue.put("recipient", recipient.id());
            queue.put("recipientTitle", recipient.title());
            queue.put("waiting", depth.waiting());
            queue.put("inHand", depth.inHand());
            queue.put("dead", depth.dead());
            depth.oldest().ifPresent(oldest -> queue.put("oldestSeconds", oldest.toSeconds()));
        }
        ArrayNode rooms = view.putArray("rooms");
        for (RoomQueue room : RoomQueue.values()) {
            rooms.addObject()
                    .put("room", room.id())
                    .put("roomTitle", room.title())
                    .put("dead", store.roomDeadLetters().count(room));
        }
        return view;
    }

    ObjectNode deadLetters(List<Recipient> recipients, List<RoomQueue> rooms) {
        ObjectNode view = Views.object();
        ArrayNode letters = view.putArray("deadLetters");
        for (Recipient recipient : recipients) {
            looks(recipient).forEach(look -> letters.add(look.view()));
        }
        for (RoomQueue room : rooms) {
            looks(room).forEach(look -> letters.add(look.view()));
        }
        return view;
    }

    /**
     * Puts a recipient's dead letters back on its queue, a hundred at most at a time, and says how many were moved and
     * about how many are left. The timelines are written first: better said than unsaid.
     */
    ObjectNode redrive(Recipient recipient, String who) {
        List<DeadLetterLook> looks = looks(recipient);
        for (DeadLetterLook look : looks) {
            look.paper()
                    .ifPresent(paper -> store.audit()
                            .append(entry(
                                    paper,
                                    who,
                                    "redriven",
                                    look.delivery(),
                                    "Put back on the queue of " + recipient.title() + " from its dead letters")));
        }
        ObjectNode view = Views.object();
        view.put("recipient", recipient.id());
        try {
            view.put("moved", store.queues().redrive(recipient, MOST_LETTERS));
        } catch (RecipientAwayException e) {
            throw new OperatorProblem(
                    503,
                    "recipient-away",
                    "The recipient's queue takes nothing now",
                    e.getMessage() + ". What was not moved is still among the dead letters.");
        }
        view.put("left", store.queues().depth(recipient).dead());
        return view;
    }

    /** The same for the dead letters of a room's own queue. */
    ObjectNode redrive(RoomQueue room, String who) {
        for (DeadLetterLook look : looks(room)) {
            look.paper()
                    .filter(paper -> store.papers().find(paper).isPresent())
                    .ifPresent(paper -> store.audit()
                            .append(entry(
                                    paper,
                                    who,
                                    "redriven",
                                    Optional.empty(),
                                    room.title() + ": put back on the queue from its dead letters")));
        }
        return Views.object()
                .put("room", room.id())
                .put("moved", store.roomDeadLetters().redrive(room, MOST_LETTERS))
                .put("left", store.roomDeadLetters().count(room));
    }

    /** Says where a delivery goes that had no place. */
    ObjectNode place(DeliveryId id, String code, String who) {
        Delivery delivery =
                store.deliveries().find(id).orElseThrow(() -> OperatorProblem.notFound("delivery", id.value()));
        if (delivery.state() != DeliveryState.UNPLACED) {
            throw OperatorProblem.conflict(
                    "placed-before",
                    "The delivery does not wait for a place",
                    "It stands at: " + delivery.state().title() + ".");
        }
        Place place = standingData
                .place(delivery.recipient(), code)
                .orElseThrow(() -> unfit("unknown-place", delivery, code, "is not known"));
        if (!place.open()) {
            throw unfit("closed-place", delivery, code, "is closed");
        }
        Delivery placed = delivery.placedAt(place, clock.instant());
        if (!store.deliveries()
                .move(
                        delivery,
                        placed,
                        entry(delivery.paper(), who, "placed", Optional.of(id.value()), "Goes to " + place.name()))) {
            throw OperatorProblem.conflict(
                    "moved-meanwhile", "Someone else moved the delivery meanwhile", "Look at it again.");
        }
        ObjectNode view = Views.object();
        view.set("delivery", Views.delivery(placed, clock.instant()));
        return view;
    }

    private static OperatorProblem unfit(String code, Delivery delivery, String place, String why) {
        return new OperatorProblem(
                422,
                code,
                "Nothing can go to that place",
                "The " + delivery.recipient().placeTitle() + " " + place + " " + why + ".");
    }

    private List<DeadLetterLook> looks(Recipient recipient) {
        List<DeadLetter> letters = store.queues().deadLetters(recipient, MOST_LETTERS);
        return letters.stream()
                .map(letter -> DeadLetterLook.at(recipient, letter))
                .toList();
    }

    private List<DeadLetterLook> looks(RoomQueue room) {
        return store.roomDeadLetters().look(room, MOST_LETTERS).stream()
                .map(letter -> DeadLetterLook.at(room, letter))
                .toList();
    }

    private Paper earlier(String id, CourtCode court) {
        return Optional.of(id)
                .filter(text -> text.matches("p-[0-9A-Za-z]{1,40}"))
                .flatMap(text -> store.papers().find(OperatorRoutes.paper(text)))
                .filter(paper -> paper.court().house().equals(court))
                .orElseThrow(() -> OperatorProblem.badRequest("The court has sent no paper " + id + " to replace."));
    }

    private Paper known(PaperId id) {
        return store.papers().find(id).orElseThrow(() -> OperatorProblem.notFound("paper", id.value()));
    }

    private static Sha256 sha256(String hex) {
        try {
            return new Sha256(hex);
        } catch (IllegalArgumentException e) {
            throw OperatorProblem.badRequest("The sha256 is not 64 lower-case hexadecimal digits.");
        }
    }

    private AuditEntry entry(PaperId paper, String who, String what, Optional<String> about, String detail) {
        return new AuditEntry(clock.instant(), who, what, paper, about, detail);
    }
}
