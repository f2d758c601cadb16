package uk.casebridge.operator;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.Notice;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.RoomQueue;

/** The operator API: who may call, what each call means, and how a problem is said. */
final class OperatorRoutes {

    /** What is followed by an id. */
    private static final Set<String> HAVE_IDS = Set.of("papers", "deliveries", "questions", "people");

    private final Set<String> clients;
    private final OperatorService service;
    private final Reconciliation reconciliation;
    private final WhoService who;
    private final StandingDataCalls standingData;

    OperatorRoutes(
            Set<String> clients,
            OperatorService service,
            Reconciliation reconciliation,
            WhoService who,
            StandingDataCalls standingData) {
        this.clients = Set.copyOf(clients);
        this.service = service;
        this.reconciliation = reconciliation;
        this.who = who;
        this.standingData = standingData;
    }

    OperatorAnswer answer(OperatorCall call) {
        try {
            if (!clients.contains(call.client())) {
                throw new OperatorProblem(
                        403, "not-an-operator", "The caller is not an operator", "This client may not call here.");
            }
            return route(call);
        } catch (OperatorProblem problem) {
            return OperatorAnswer.problem(problem);
        }
    }

    private OperatorAnswer route(OperatorCall call) {
        List<String> path = call.path();
        return switch (call.method() + " " + shape(path)) {
            case "POST papers" -> OperatorAnswer.json(201, service.expect(call));
            case "GET papers" ->
                OperatorAnswer.json(200, service.papers(court(call.required("court")), call.asked("cursor")));
            case "GET papers/*" -> OperatorAnswer.json(200, service.paper(paper(path.get(1))));
            case "POST papers/*/retry" -> OperatorAnswer.json(202, service.retry(paper(path.get(1)), call.who()));
            case "POST papers/*/withdraw" ->
                OperatorAnswer.json(202, service.takeBack(paper(path.get(1)), Notice.WITHDRAWAL, call));
            case "POST papers/*/recall" ->
                OperatorAnswer.json(202, service.takeBack(paper(path.get(1)), Notice.RECALL, call));
            case "GET papers/*/breach-report" -> OperatorAnswer.json(200, service.breachReport(paper(path.get(1))));
            case "GET queues" -> OperatorAnswer.json(200, service.queues());
            case "GET dead-letters" ->
                OperatorAnswer.json(
                        200,
                        service.deadLetters(
                                asked(call, "recipient", "room", Recipient.values(), OperatorRoutes::recipient),
                                asked(call, "room", "recipient", RoomQueue.values(), OperatorRoutes::room)));
            case "POST dead-letters/redrive" ->
                OperatorAnswer.json(
                        200,
                        call.optionalText("room")
                                .map(room -> service.redrive(room(room), call.who()))
                                .orElseGet(() -> service.redrive(recipient(call.text("recipient")), call.who())));
            case "GET reconcile" -> OperatorAnswer.json(200, reconciliation.reconcile());
            case "GET standing-data" -> OperatorAnswer.json(200, standingData.lists());
            case "POST standing-data" -> OperatorAnswer.json(201, standingData.importLists(call));
            case "POST deliveries/*/place" ->
                OperatorAnswer.json(200, service.place(delivery(path.get(1)), call.text("code"), call.who()));
            case "GET questions" ->
                OperatorAnswer.json(200, who.asked(court(call.required("court")), call.asked("cursor")));
            case "GET questions/*" -> OperatorAnswer.json(200, who.question(WhoService.question(path.get(1))));
            case "POST questions/*/answer" ->
                OperatorAnswer.json(200, who.answer(WhoService.question(path.get(1)), call));
            case "GET people/*" -> OperatorAnswer.json(200, who.about(WhoService.person(path.get(1))));
            case "POST people/*/join" -> OperatorAnswer.json(200, who.join(WhoService.person(path.get(1)), call));
            case "POST people/*/part" -> OperatorAnswer.json(200, who.part(WhoService.person(path.get(1)), call));
            default ->
                throw new OperatorProblem(
                        404, "no-such-call", "There is no such call", call.method() + " does nothing at this path.");
        };
    }

    /** The path with every id replaced by a star. */
    private static String shape(List<String> path) {
        if (path.size() >= 2 && HAVE_IDS.contains(path.getFirst())) {
            return path.getFirst() + "/*"
                    + (path.size() > 2 ? "/" + String.join("/", path.subList(2, path.size())) : "");
        }
        return String.join("/", path);
    }

    static PaperId paper(String id) {
        try {
            return new PaperId(id);
        } catch (IllegalArgumentException e) {
            throw OperatorProblem.notFound("paper", id);
        }
    }

    private static DeliveryId delivery(String id) {
        try {
            return new DeliveryId(id);
        } catch (IllegalArgumentException e) {
            throw OperatorProblem.notFound("delivery", id);
        }
    }

    private static Recipient recipient(String id) {
        return Recipient.withId(id).orElseThrow(() -> OperatorProblem.badRequest("There is no recipient " + id + "."));
    }

    private static RoomQueue room(String id) {
        return RoomQueue.withId(id).orElseThrow(() -> OperatorProblem.badRequest("There is no room " + id + "."));
    }

    /** The one that is asked for; none where only one of the others is; else all. */
    private static <T> List<T> asked(
            OperatorCall call, String name, String others, T[] all, Function<String, T> withId) {
        return call.asked(name)
                .map(id -> List.of(withId.apply(id)))
                .orElseGet(() -> call.asked(others).isPresent() ? List.of() : List.of(all));
    }

    static CourtCode court(String code) {
        try {
            return new CourtCode(code);
        } catch (IllegalArgumentException e) {
            throw OperatorProblem.badRequest("There is no court code " + code + ".");
        }
    }
}
