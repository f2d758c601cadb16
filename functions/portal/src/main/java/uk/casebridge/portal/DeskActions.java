package uk.casebridge.portal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.review.Review;
import uk.casebridge.domain.review.Ruling;
import uk.casebridge.domain.review.Typed;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Decisions.Tally;
import uk.casebridge.store.Store;

/** Takes what a reviewer entered at the desk and makes a decision of it. */
final class DeskActions {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Store store;
    private final StandingData standingData;
    private final BigDecimal secondPersonAbove;
    private final Clock clock;

    DeskActions(Store store, StandingData standingData, BigDecimal secondPersonAbove, Clock clock) {
        this.store = store;
        this.standingData = standingData;
        this.secondPersonAbove = secondPersonAbove;
        this.clock = clock;
    }

    /** What came of a form: nothing to say where the decision was made. */
    record Outcome(Optional<String> mistake) {
        private static Outcome wrong(String sentence) {
            return new Outcome(Optional.of(sentence));
        }

        private static final Outcome MADE = new Outcome(Optional.empty());
    }

    /** A paper as decided so far. */
    Review review(Paper paper, Reading reading, List<Decision> decisions) {
        LocalDate came = LocalDate.ofInstant(paper.createdAt(), LONDON);
        return Review.of(reading, decisions, new Rule.Context(came, standingData), secondPersonAbove);
    }

    static boolean isOpen(Paper paper) {
        return paper.state() == PaperState.REVIEW || paper.state() == PaperState.RECORDED;
    }

    /**
     * Whether a paper can still be called wrong here. One that has left, even if it came back for a person, must be
     * taken back instead, so that those who have it are told.
     */
    static boolean mayBeWrong(Paper paper, Store store) {
        return paper.state() == PaperState.REVIEW
                && store.records().of(paper.id()).isEmpty();
    }

    Outcome decide(Request request, Session session, Paper paper, Reading reading, String what) {
        List<Decision> decisions = store.decisions().of(paper.id());
        if (!isOpen(paper) || number(request, "seen") != decisions.size()) {
            return Outcome.wrong(
                    "Somebody else decided about this paper meanwhile, or it is being worked on. Nothing was"
                            + " changed: look at it again.");
        }
        Review before = review(paper, reading, decisions);
        Entered entered = entered(request, session, paper, before, what);
        return switch (entered) {
            case Mistake(String sentence) -> Outcome.wrong(sentence);
            case Ruled(Ruling ruling, String rule) -> add(session, paper, reading, decisions, ruling, rule);
        };
    }

    private Outcome add(
            Session session, Paper paper, Reading reading, List<Decision> decisions, Ruling ruling, String rule) {
        Instant now = clock.instant();
        Decision decision = new Decision(paper.id(), decisions.size() + 1, now, session.user(), ruling);
        List<Decision> then = new ArrayList<>(decisions);
        then.add(decision);
        Review after = review(paper, reading, then);
        // What still waits only says why; what no longer does, or left before, goes to the room that writes records.
        Optional<Failure> open =
                paper.state() == PaperState.REVIEW && after.wrong().isEmpty() ? after.open() : Optional.empty();
        Paper to =
                open.map(failure -> paper.stillInReview(failure, after.harm())).orElseGet(() -> paper.decided(now));
        Tally tally =
                new Tally(after.kind().map(Kind::id).orElse("none"), ruling.word(), rule.isEmpty() ? "none" : rule);
        AuditEntry entry = new AuditEntry(
                now,
                session.user(),
                ruling.word(),
                paper.id(),
                Optional.empty(),
                "Review desk, decision " + decision.number() + (rule.isEmpty() ? "." : ": " + rule + "."));
        if (!store.decisions().add(decision, paper, to, tally, entry)) {
            return Outcome.wrong(
                    "Somebody else decided about this paper at the same moment. Nothing was changed: look at it again.");
        }
        if (open.isEmpty()) {
            store.wakeUps().extract(paper.id());
        }
        return Outcome.MADE;
    }

    private sealed interface Entered {}

    private record Mistake(String sentence) implements Entered {}

    /** A ruling, and the code, pattern or kind it is counted by. */
    private record Ruled(Ruling ruling, String rule) implements Entered {}

    private Entered entered(Request request, Session session, Paper paper, Review review, String what) {
        return switch (what) {
            case "correct" -> corrected(request, review);
            case "accept" -> accepted(request, review);
            case "kind" ->
                request.form("kind")
                        .flatMap(KindCatalogue::withId)
                        .<Entered>map(kind -> new Ruled(new Ruling.KindChosen(kind.id()), kind.id()))
                        .orElseGet(() -> new Mistake("Select the kind of paper"));
            case "wrong" ->
                !mayBeWrong(paper, store)
                        ? new Mistake("This paper has left. Take it back on its own page")
                        : request.form("reason")
                                .map(String::strip)
                                .filter(reason -> !reason.isEmpty())
                                .<Entered>map(reason -> new Ruled(new Ruling.PaperIsWrong(reason), ""))
                                .orElseGet(() -> new Mistake("Say what is wrong with the paper"));
            case "order" -> ordered(request);
            case "confirm" -> confirmed(request, session, review);
            default -> new Mistake("There is no such decision");
        };
    }

    private static Entered corrected(Request request, Review review) {
        Optional<Review.Part> part = part(request, review);
        String path = request.form("path").orElse("");
        Optional<FieldSpec> spec = review.kind().flatMap(kind -> kind.field(path));
        if (part.isEmpty() || spec.isEmpty()) {
            return new Mistake("The kind of paper has no such field");
        }
        return switch (Typed.of(spec.get().parser(), request.form("after").orElse(""))) {
            case Typed.Mistake(String sentence) -> new Mistake(sentence);
            case Typed.Value(String after) -> {
                String before =
                        part.get().record().fields().at(path).map(Field::value).orElse("");
                yield before.isEmpty() && after.isEmpty()
                        ? new Mistake("Enter what the picture of the paper shows")
                        : new Ruled(
                                new Ruling.ReadingCorrected(part.get().number(), path, before, after),
                                spec.get().path());
            }
        };
    }

    private static Entered accepted(Request request, Review review) {
        String code = request.form("code").orElse("");
        List<String> fields = Arrays.stream(request.form("fields").orElse("").split(" "))
                .filter(path -> !path.isEmpty())
                .toList();
        String reason = request.form("reason").orElse("").strip();
        if (reason.isEmpty()) {
            return new Mistake("Say why the finding may stand");
        }
        return part(request, review)
                .filter(part -> part.record().findings().stream()
                        .anyMatch(finding ->
                                finding.code().equals(code) && finding.fields().equals(fields)))
                .<Entered>map(part -> new Ruled(new Ruling.FindingAccepted(part.number(), code, fields, reason), code))
                .orElseGet(() -> new Mistake("That finding is not there any more"));
    }

    private static Entered ordered(Request request) {
        try {
            boolean newer = request.form("order").orElse("").equals("newer");
            return new Ruled(
                    new Ruling.OrderChosen(
                            number(request, "part"),
                            newer,
                            new RecordId(request.form("record").orElse("")),
                            number(request, "version")),
                    newer ? "newer" : "older");
        } catch (IllegalArgumentException e) {
            return new Mistake("Say which paper is newer");
        }
    }

    private static Entered confirmed(Request request, Session session, Review review) {
        int wanted = number(request, "decision");
        return review.unconfirmed().stream()
                .filter(decision -> decision.number() == wanted)
                .filter(decision -> !decision.who().equals(session.user()))
                .findFirst()
                .<Entered>map(decision -> new Ruled(new Ruling.Confirmed(wanted), ""))
                .orElseGet(() -> new Mistake("A second person must confirm it, not the one who made the change"));
    }

    private static Optional<Review.Part> part(Request request, Review review) {
        int number = number(request, "part");
        return review.parts().stream().filter(part -> part.number() == number).findFirst();
    }

    private static int number(Request request, String name) {
        return request.form(name)
                .filter(text -> text.matches("\\d{1,8}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }
}
