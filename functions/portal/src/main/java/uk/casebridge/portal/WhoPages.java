package uk.casebridge.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.IdentityFindings;
import uk.casebridge.domain.person.Known;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.NumberType;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.PersonName;
import uk.casebridge.domain.person.WhoIsThis;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.portal.page.Frame;
import uk.casebridge.portal.page.LondonTime;
import uk.casebridge.portal.page.QuestionPage;
import uk.casebridge.portal.page.QuestionPage.Fact;
import uk.casebridge.portal.page.QuestionsPage;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Page;
import uk.casebridge.store.Questions;
import uk.casebridge.store.Questions.Outcome;
import uk.casebridge.store.Questions.Question;
import uk.casebridge.store.Store;

/**
 * Who is this? The questions of the courts a clerk works for, and the clerk's answers. A question of any other court is
 * as if it were not. Whoever opens a question sees what is known of other people, so the paper's timeline says who did.
 */
final class WhoPages {

    static final int ROWS = 25;

    private static final int LONGEST_REASON = 500;

    private final Store store;
    private final CourtPapers papers;
    private final Clock clock;

    WhoPages(Store store, CourtPapers papers, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * A page below {@code /who}; empty if there is none.
     *
     * @param frame what surrounds a page of a title
     */
    Optional<Answer> page(Request request, Session session, Function<String, Frame> frame) {
        List<String> steps = request.steps();
        return switch (steps.size()) {
            case 1 -> list(request, session, frame);
            case 2 ->
                question(session, steps.get(1)).map(question -> {
                    boolean open = question.isOpen();
                    if (open) {
                        note(question, session);
                    }
                    return Answer.html(200, Templates.question(frame.apply("Who is this?"), page(question)));
                });
            default -> Optional.empty();
        };
    }

    /** Takes an answer; the form's token was checked. */
    Optional<Answer> answer(Request request, Session session) {
        List<String> steps = request.steps();
        if (steps.size() != 2) {
            return Optional.empty();
        }
        return question(session, steps.get(1)).flatMap(question -> answer(request, session, question));
    }

    private Optional<Answer> answer(Request request, Session session, Question question) {
        String href = href(question.identification().id());
        if (!question.isOpen()) {
            return Optional.of(Answer.seeOther(href));
        }
        String said = request.form("same").orElse("");
        Optional<PersonId> same = question.candidates().stream()
                .map(candidate -> candidate.person().id())
                .filter(person -> person.value().equals(said))
                .findFirst();
        if (same.isEmpty() && !said.equals("new")) {
            // A button of a page that is no longer true; the new one shows who may be meant now.
            return Optional.of(Answer.seeOther(href));
        }
        String reason = request.form("reason").orElse("");
        Outcome outcome = questions()
                .answer(question, same, session.user(), reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        return Optional.of(Answer.seeOther(
                outcome == Outcome.TAKEN
                        ? listHref(question.identification().court().house())
                        : href));
    }

    /** What the page of a paper says of whom a record is about; a person nobody knew needs no word. */
    static Stream<Finding> findings(RecordVersion record, List<Identification> people) {
        return people.stream()
                .filter(found -> found.record().equals(record.id()))
                .filter(found -> found.state() != Identification.State.NEW)
                .map(IdentityFindings::of);
    }

    private Optional<Answer> list(Request request, Session session, Function<String, Frame> frame) {
        return papers.chosen(session, request.query("court")).map(court -> {
            Page<Identification> page = store.people().asked(court, request.query("cursor"), ROWS);
            List<QuestionsPage.Row> rows = page.items().stream()
                    .flatMap(asked -> questions().of(asked.id()).stream())
                    .map(this::row)
                    .toList();
            return Answer.html(
                    200,
                    Templates.questions(
                            frame.apply("Who is this?"),
                            new QuestionsPage(
                                    papers.court(court),
                                    papers.courts(session),
                                    rows,
                                    request.query("cursor").isEmpty(),
                                    page.next()
                                            .map(next -> listHref(court)
                                                    + "&cursor="
                                                    + URLEncoder.encode(next, StandardCharsets.UTF_8)))));
        });
    }

    private QuestionsPage.Row row(Question question) {
        Identification asked = question.identification();
        return new QuestionsPage.Row(
                href(asked.id()),
                question.mention().name().written(),
                fileName(asked),
                asked.doubt().orElseThrow().sentence(),
                age(asked));
    }

    private Optional<Question> question(Session session, String id) {
        return mentionId(id)
                .flatMap(mention -> questions().of(mention))
                .filter(question -> session.worksFor(question.identification().court()))
                .filter(question -> question.identification().doubt().isPresent());
    }

    private Questions questions() {
        return new Questions(store.people(), store.records(), clock);
    }

    private static Optional<MentionId> mentionId(String id) {
        try {
            return Optional.of(new MentionId(id));
        } catch (IllegalArgumentException e) {
            // Not an id of ours names no question.
            return Optional.empty();
        }
    }

    private void note(Question question, Session session) {
        Identification asked = question.identification();
        store.audit()
                .append(new AuditEntry(
                        clock.instant(),
                        session.user(),
                        "person-shown",
                        asked.paper(),
                        Optional.of(asked.record().value()),
                        "People were shown who may be meant by " + Mention.called(asked.path()) + ": "
                                + question.candidates().size() + "."));
    }

    private QuestionPage page(Question question) {
        Identification asked = question.identification();
        List<QuestionPage.Candidate> heads = new ArrayList<>();
        for (Questions.Candidate candidate : question.candidates()) {
            heads.add(new QuestionPage.Candidate(
                    candidate.person().id().value(),
                    "Person " + (heads.size() + 1),
                    String.format(
                            Locale.ROOT,
                            "%.1f together, and %.0f would be clear",
                            candidate.comparison().total(),
                            WhoIsThis.CLEAR),
                    candidate.comparison().lines().stream()
                            .map(line -> new QuestionPage.Line(
                                    line.aspect().title(),
                                    line.words(),
                                    String.format(Locale.ROOT, "%+.1f", line.bits())))
                            .toList()));
        }
        return new QuestionPage(
                href(asked.id()),
                listHref(asked.court().house()),
                CourtPapers.href(asked.paper()),
                fileName(asked),
                asked.doubt().orElseThrow().sentence(),
                age(asked),
                heads,
                facts(question),
                asked.answer().map(answer -> answered(asked, answer)));
    }

    private static String answered(Identification asked, Identification.Answer answer) {
        PersonId person = asked.person().orElseThrow();
        return answer.who() + " said on " + LondonTime.dateAndTime(answer.at())
                + (person.equals(PersonId.madeBy(asked.id()))
                        ? " that this is a new person."
                        : " that this is the same person as " + person + ".")
                + (answer.reason().isBlank() ? "" : " Reason: " + answer.reason());
    }

    private static List<Fact> facts(Question question) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Names", question, known -> written(known.names()));
        add(
                facts,
                "Date of birth",
                question,
                known -> known.datesOfBirth().stream().map(WhoPages::date).toList());
        add(
                facts,
                "Address",
                question,
                known -> known.addresses().stream()
                        .map(address -> address.replace("\n", ", "))
                        .toList());
        for (NumberType type : NumberType.values()) {
            String title = type.title();
            add(
                    facts,
                    title.substring(0, 1).toUpperCase(Locale.UK) + title.substring(1),
                    question,
                    known -> known.numbers().stream()
                            .filter(number -> number.type() == type)
                            .map(number -> number.value())
                            .toList());
        }
        add(facts, "Cases", question, Known::cases);
        return facts;
    }

    /** Adds a row if anyone has something in it. */
    private static void add(List<Fact> facts, String label, Question question, Function<Known, List<String>> what) {
        List<String> printed = what.apply(question.mention().known());
        List<List<String>> known = question.candidates().stream()
                .map(candidate -> what.apply(candidate.person().known()))
                .toList();
        if (!printed.isEmpty() || known.stream().anyMatch(values -> !values.isEmpty())) {
            facts.add(new Fact(label, printed, known));
        }
    }

    private static List<String> written(List<PersonName> names) {
        return names.stream().map(PersonName::written).toList();
    }

    private static String date(LocalDate date) {
        return LondonTime.date(date);
    }

    private String fileName(Identification asked) {
        return store.papers()
                .find(asked.paper())
                .map(Paper::fileName)
                .orElse(asked.paper().value());
    }

    /** {@code 3 days}, {@code 1 hour}, {@code less than an hour}. */
    private String age(Identification asked) {
        Instant until = asked.answer().map(Identification.Answer::at).orElseGet(clock::instant);
        Duration age = Duration.between(asked.decidedAt(), until);
        if (age.toDays() > 0) {
            return age.toDays() == 1 ? "1 day" : age.toDays() + " days";
        }
        if (age.toHours() > 0) {
            return age.toHours() == 1 ? "1 hour" : age.toHours() + " hours";
        }
        return "less than an hour";
    }

    private static String href(MentionId id) {
        return "/who/" + id;
    }

    private static String listHref(CourtCode court) {
        return "/who?court=" + court;
    }
}
