package uk.casebridge.portal;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.portal.page.DeskListPage;
import uk.casebridge.portal.page.DeskReportPage;
import uk.casebridge.portal.page.Frame;
import uk.casebridge.portal.page.Tag;
import uk.casebridge.store.Decisions.Tally;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Page;
import uk.casebridge.store.Store;

/** The review desk's pages: what waits, one paper with what can be decided about it, and where errors come from. */
final class DeskPages {

    private static final Logger LOG = LoggerFactory.getLogger(DeskPages.class);
    private static final int ROWS = 50;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private final Store store;
    private final CourtPapers papers;
    private final DeskActions actions;
    private final DeskView view;
    private final Clock clock;

    DeskPages(Store store, CourtPapers papers, StandingData standingData, BigDecimal secondPersonAbove, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.actions = new DeskActions(store, standingData, secondPersonAbove, clock);
        this.view = new DeskView(store);
        this.clock = clock;
    }

    static String href(PaperId paper) {
        return "/desk/" + paper;
    }

    /** A page of the desk; empty where there is none for this person. */
    Optional<Answer> page(Request request, Session session, Function<String, Frame> frames) {
        List<String> steps = request.steps();
        if (steps.size() == 1) {
            return papers.chosen(session, request.query("court"))
                    .map(court -> Answer.html(
                            200,
                            Templates.desk(
                                    frames.apply("Review desk"), list(session, court, request.query("cursor")))));
        }
        if (steps.size() == 2 && steps.get(1).equals("report")) {
            return papers.chosen(session, request.query("court")).map(court -> report(request, court, frames));
        }
        return steps.size() == 2
                ? papers.find(session, steps.get(1))
                        .flatMap(paper -> paper(session, paper, 200, Optional.empty(), frames))
                : Optional.empty();
    }

    /** What a form of the desk leads to; only a reviewer decides. */
    Optional<Answer> answer(Request request, Session session, Function<String, Frame> frames) {
        List<String> steps = request.steps();
        if (steps.size() != 3 || !session.reviewer()) {
            return Optional.empty();
        }
        Optional<Paper> paper = papers.find(session, steps.get(1));
        Optional<Reading> reading = paper.flatMap(this::reading);
        if (paper.isEmpty() || reading.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> mistake = actions.decide(request, session, paper.get(), reading.get(), steps.get(2))
                .mistake();
        return mistake.isEmpty()
                ? Optional.of(Answer.seeOther(href(paper.get().id())))
                : paper(session, paper.get(), 422, mistake, frames);
    }

    private Optional<Answer> paper(
            Session session, Paper paper, int status, Optional<String> mistake, Function<String, Frame> frames) {
        return reading(paper).map(reading -> {
            List<Decision> decisions = store.decisions().of(paper.id());
            String title = (mistake.isPresent() ? "Error: " : "") + "Review " + paper.fileName();
            return Answer.html(
                    status,
                    Templates.deskPaper(
                            frames.apply(title),
                            view.page(paper, actions.review(paper, reading, decisions), decisions, session, mistake)));
        });
    }

    private Optional<Reading> reading(Paper paper) {
        return store.evidence().get(paper.id(), Evidence.READING).flatMap(json -> {
            try {
                return Optional.of(KeptPaper.of(json));
            } catch (IOException | IllegalArgumentException e) {
                // The reading can be made again; until then there is nothing to decide on.
                LOG.warn(
                        "The kept reading of {} cannot be shown: {}",
                        paper.id(),
                        e.getClass().getName());
                return Optional.empty();
            }
        });
    }

    private DeskListPage list(Session session, CourtCode court, Optional<String> cursor) {
        Page<Paper> page = store.papers().waiting(court, cursor, ROWS);
        Instant now = clock.instant();
        return new DeskListPage(
                papers.court(court),
                papers.courts(session),
                page.items().stream().map(paper -> row(paper, now)).toList(),
                page.next()
                        .map(next -> "/desk?court=" + court.value() + "&cursor="
                                + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }

    private static DeskListPage.Row row(Paper paper, Instant now) {
        Harm harm = paper.harm().orElse(Harm.OTHER);
        return new DeskListPage.Row(
                href(paper.id()),
                paper.fileName(),
                paper.kind().map(DeskPages::title),
                new Tag(harm.title(), harm == Harm.OTHER ? "grey" : harm == Harm.MONEY ? "orange" : "red"),
                paper.failure().map(Failure::sentence).orElse(""),
                waits(Duration.between(paper.changedAt(), now)));
    }

    private static String waits(Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        if (minutes < 60) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + (hours == 1 ? " hour" : " hours") : hours / 24 + " days";
    }

    private Answer report(Request request, CourtCode court, Function<String, Frame> frames) {
        YearMonth month = month(request).orElseGet(() -> YearMonth.now(clock.withZone(LONDON)));
        List<DeskReportPage.Row> rows = store.decisions().tallies(court, month).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(DeskReportPage.Row::count)
                        .reversed()
                        .thenComparing(DeskReportPage.Row::kind)
                        .thenComparing(DeskReportPage.Row::what)
                        .thenComparing(DeskReportPage.Row::rule))
                .toList();
        String here = "/desk/report?court=" + court.value() + "&month=";
        if (request.query("as").filter("csv"::equals).isPresent()) {
            return csv(court, month, rows);
        }
        return Answer.html(
                200,
                Templates.deskReport(
                        frames.apply("Where errors come from"),
                        new DeskReportPage(
                                papers.court(court),
                                MONTH.format(month),
                                rows,
                                here + month + "&as=csv",
                                here + month.minusMonths(1))));
    }

    private static DeskReportPage.Row row(Tally tally, long count) {
        return new DeskReportPage.Row(
                tally.kind().equals("none") ? "Kind not known" : title(tally.kind()),
                tally.what().replace('-', ' '),
                tally.rule(),
                count);
    }

    /** Its values are codes, paths and titles of ours, so none holds a quotation mark or begins a formula. */
    private static Answer csv(CourtCode court, YearMonth month, List<DeskReportPage.Row> rows) {
        StringBuilder csv = new StringBuilder("court,month,kind,decision,rule,count\r\n");
        rows.forEach(row -> csv.append(court)
                .append(',')
                .append(month)
                .append(",\"")
                .append(row.kind())
                .append("\",")
                .append(row.what())
                .append(',')
                .append(row.rule())
                .append(',')
                .append(row.count())
                .append("\r\n"));
        return Answer.of(csv.toString().getBytes(StandardCharsets.UTF_8), "text/csv; charset=utf-8", false)
                .withHeader("content-disposition", "attachment; filename=\"review-" + court + "-" + month + ".csv\"");
    }

    private static Optional<YearMonth> month(Request request) {
        try {
            return request.query("month").map(YearMonth::parse);
        } catch (DateTimeException e) {
            // What is no month asks for this one.
            return Optional.empty();
        }
    }

    private static String title(String kind) {
        return KindCatalogue.withId(kind).map(Kind::title).orElse(kind);
    }
}
