package uk.casebridge.portal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Acceptance;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.record.Difference;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.review.Review;
import uk.casebridge.domain.review.Ruling;
import uk.casebridge.portal.page.DeskPaperPage;
import uk.casebridge.portal.page.LondonTime;
import uk.casebridge.portal.page.PaperPage;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Store;

/** Lays a paper out as the review desk shows it. */
final class DeskView {

    /** How the picture room draws pages, in pixels per inch; a page too large for that is shown whole only. */
    private static final int DPI = 110;

    private static final int SMALLEST_HEADER = 24;
    private static final double LARGEST_PICTURE = 19_900_000;
    private static final double ABOVE = 8;
    private static final double BESIDE = 30;
    private static final double NARROWEST = 260;

    private final Store store;

    DeskView(Store store) {
        this.store = store;
    }

    DeskPaperPage page(
            Paper paper, Review review, List<Decision> decisions, Session session, Optional<String> mistake) {
        Optional<Kind> kind = review.kind();
        Map<Integer, Optional<double[]>> sizes = new HashMap<>();
        boolean kindOpen =
                kind.isEmpty() || paper.failure().map(Failure::code).equals(Optional.of(FailureCode.NO_RECORD));
        return new DeskPaperPage(
                DeskPages.href(paper.id()),
                CourtPapers.href(paper.id()),
                paper.fileName(),
                Tags.of(paper.state()),
                paper.failure().map(Failure::sentence),
                !paper.state().isAtRest(),
                session.reviewer() && DeskActions.isOpen(paper),
                DeskActions.mayBeWrong(paper, store),
                decisions.size(),
                mistake,
                kind.map(known -> notes(known, review)).orElse(List.of()),
                review.unconfirmed().stream()
                        .map(decision -> new DeskPaperPage.Second(
                                decision.number(),
                                said(decision, kind),
                                decision.who(),
                                decision.who().equals(session.user())))
                        .toList(),
                kindOpen
                        ? review.reading().scores().stream()
                                .map(DeskView::guess)
                                .toList()
                        : List.of(),
                kindOpen
                        ? KindCatalogue.all().stream()
                                .map(one -> new DeskPaperPage.Choice(one.id(), one.title()))
                                .toList()
                        : List.of(),
                kind.map(known -> review.parts().stream()
                                .map(part ->
                                        part(paper, known, part, review.parts().size(), sizes))
                                .toList())
                        .orElse(List.of()),
                kind.map(known -> orders(paper, known, review)).orElse(List.of()),
                decisions.stream()
                        .map(decision -> new DeskPaperPage.Made(
                                decision.number(),
                                LondonTime.dateAndTime(decision.at()),
                                decision.who(),
                                said(decision, kind)))
                        .toList());
    }

    private static DeskPaperPage.Guess guess(uk.casebridge.domain.record.Reading.Score score) {
        return new DeskPaperPage.Guess(
                score.kind(),
                KindCatalogue.withId(score.kind()).map(Kind::title).orElse(score.kind()),
                Math.round(score.score() * 100) + " in 100",
                score.clues().isEmpty()
                        ? "none of its words stand on the paper"
                        : "it says \u201c" + String.join("\u201d, \u201c", score.clues()) + "\u201d");
    }

    /** What blocks first, of these the gravest; then what advises. */
    private static List<DeskPaperPage.Note> notes(Kind kind, Review review) {
        record Graded(Harm harm, Review.Part part, Finding finding) {}
        List<Graded> all = new ArrayList<>();
        for (Review.Part part : review.parts()) {
            for (Finding finding : part.record().findings()) {
                all.add(new Graded(Harm.of(kind, part.record().urgency(), finding), part, finding));
            }
        }
        all.sort(Comparator.comparing((Graded one) -> !one.finding().blocks())
                .thenComparing(one -> one.finding().accepted().isPresent())
                .thenComparing(one -> one.finding().severity())
                .thenComparing(Graded::harm)
                .thenComparing(one -> one.part().number()));
        List<DeskPaperPage.Note> notes = new ArrayList<>();
        for (Graded one : all) {
            Finding finding = one.finding();
            FieldTable table =
                    new FieldTable(Optional.of(kind), one.part().record().fields());
            notes.add(new DeskPaperPage.Note(
                    "finding-" + (notes.size() + 1),
                    one.part().number(),
                    Tags.of(finding.severity()),
                    finding.what(),
                    finding.cause(),
                    finding.howToCorrect(),
                    finding.howToAvoid(),
                    String.join(", ", finding.fields().stream().map(table::name).toList()),
                    finding.fields(),
                    finding.code(),
                    finding.source(),
                    finding.accepted().map(DeskView::said),
                    finding.blocks()));
        }
        return notes;
    }

    private static String said(Acceptance accepted) {
        return "Accepted by " + accepted.who() + " on " + LondonTime.dateAndTime(accepted.at()) + ": "
                + accepted.reason();
    }

    private DeskPaperPage.Part part(
            Paper paper, Kind kind, Review.Part part, int of, Map<Integer, Optional<double[]>> sizes) {
        FieldTable table = new FieldTable(Optional.of(kind), part.record().fields());
        List<DeskPaperPage.Value> values = new ArrayList<>();
        for (Field field : part.record().fields().all()) {
            Optional<FieldSpec> spec = kind.field(field.path());
            String id = "field-" + part.number() + "-" + (values.size() + 1);
            values.add(new DeskPaperPage.Value(
                    id,
                    field.path(),
                    table.name(field.path()),
                    table.shown(field.path(), field.value()),
                    field.value(),
                    spec.filter(it -> it.parser() == Parser.LINES).isPresent(),
                    field.place().map(place -> (int) Math.floor(field.confidence() * 100) + "%"),
                    field.confidence() < spec.map(FieldSpec::threshold).orElse(FieldSpec.DEFAULT_THRESHOLD),
                    part.correctionOf(field.path()).map(correction -> read(table, correction)),
                    field.place().flatMap(place -> crop(paper, place, sizes))));
        }
        return new DeskPaperPage.Part(
                part.number(),
                of == 1 ? "What was read" : "Record " + part.number() + " of " + of,
                values,
                missing(kind, part, table));
    }

    private static String read(FieldTable table, Review.Corrected correction) {
        String who = correction.by().who() + ", decision " + correction.by().number();
        return correction.asRead().equals(correction.now())
                ? "Confirmed as read by " + who
                : correction.asRead().isEmpty()
                        ? "Not read; added by " + who
                        : "Read as \u201c" + table.shown(correction.path(), correction.asRead())
                                + "\u201d; corrected by " + who;
    }

    /** The fields a person may add: those of the record itself, of each member of a list, and of one member more. */
    private static List<DeskPaperPage.Choice> missing(Kind kind, Review.Part part, FieldTable table) {
        List<String> paths = new ArrayList<>();
        for (FieldSpec spec : kind.fields()) {
            List<String> open = List.of(spec.path());
            while (open.getFirst().contains("[*]")) {
                List<String> next = new ArrayList<>();
                for (String path : open) {
                    int any = path.indexOf("[*]");
                    String list = path.substring(0, any);
                    int members = part.record().fields().members(list).size();
                    for (int number = 1; number <= members + 1; number++) {
                        next.add(list + "[" + number + "]" + path.substring(any + 3));
                    }
                }
                open = next;
            }
            paths.addAll(open);
        }
        return paths.stream()
                .filter(path -> part.record().fields().value(path).isEmpty())
                .map(path -> new DeskPaperPage.Choice(path, table.name(path) + " (" + path + ")"))
                .toList();
    }

    /** Which papers a paper in doubt is held against. */
    private List<DeskPaperPage.Order> orders(Paper paper, Kind kind, Review review) {
        if (paper.failure()
                .map(Failure::code)
                .filter(FailureCode.AMENDS_IN_DOUBT::equals)
                .isEmpty()) {
            return List.of();
        }
        List<DeskPaperPage.Order> orders = new ArrayList<>();
        for (Review.Part part : review.parts()) {
            Optional<RecordVersion> held = store.records()
                    .current(store.records()
                            .idOf(RecordKey.of(kind, part.record().fields())))
                    .filter(version -> !version.paper().equals(paper.id()));
            FieldTable table = new FieldTable(Optional.of(kind), part.record().fields());
            held.ifPresent(version -> orders.add(new DeskPaperPage.Order(
                    part.number(),
                    version.id().value(),
                    version.version(),
                    CourtPapers.href(version.paper()),
                    Difference.between(version.fields(), part.record().fields()).stream()
                            .map(change -> new PaperPage.ChangeRow(
                                    table.name(change.path()),
                                    change.before().orElse("Nothing"),
                                    change.after().orElse("Nothing")))
                            .toList())));
        }
        return orders;
    }

    /** A cut of the page around a place, wide enough to see what stands beside it. */
    private Optional<DeskPaperPage.Crop> crop(Paper paper, PageBox box, Map<Integer, Optional<double[]>> sizes) {
        return sizes.computeIfAbsent(box.page(), page -> size(paper, page)).map(size -> {
            double left = Math.max(0, box.x() - BESIDE);
            double top = Math.max(0, box.y() - ABOVE);
            double width = Math.min(Math.max(box.width() + 2 * BESIDE, NARROWEST), size[0]);
            left = Math.max(0, Math.min(left, size[0] - width));
            double height = box.height() + 2 * ABOVE;
            return new DeskPaperPage.Crop(
                    CourtPapers.href(paper.id()) + "/pages/" + box.page(),
                    box.page(),
                    points(left) + " " + points(top) + " " + points(width) + " " + points(height),
                    points(size[0]),
                    points(size[1]),
                    points(box.x() - 1),
                    points(box.y() - 1),
                    points(box.width() + 2),
                    points(box.height() + 2));
        });
    }

    /** The size of a page in points, told by the head of its picture. */
    private Optional<double[]> size(Paper paper, int page) {
        return store.evidence()
                .get(paper.id(), Evidence.picture(page))
                .filter(png -> png.length >= SMALLEST_HEADER)
                .map(png -> {
                    // A PNG says its width and height at the sixteenth and twentieth byte (ISO/IEC 15948).
                    double width = ByteBuffer.wrap(png).getInt(16);
                    double height = ByteBuffer.wrap(png).getInt(20);
                    return new double[] {width, height};
                })
                .filter(pixels -> pixels[0] > 0 && pixels[1] > 0 && pixels[0] * pixels[1] < LARGEST_PICTURE)
                .map(pixels -> new double[] {pixels[0] * 72 / DPI, pixels[1] * 72 / DPI});
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }

    /** A decision in words; what it quotes of the paper is for this page only. */
    private static String said(Decision decision, Optional<Kind> kind) {
        return switch (decision.ruling()) {
            case Ruling.KindChosen(String id) ->
                "It is a " + KindCatalogue.withId(id).map(Kind::title).orElse(id) + ".";
            case Ruling.ReadingCorrected(int part, String path, String before, String after) -> {
                FieldTable table = new FieldTable(kind, uk.casebridge.domain.field.Fields.none());
                String name = table.name(path) + ": ";
                yield before.equals(after)
                        ? name + "\u201c" + table.shown(path, after) + "\u201d is what the paper shows."
                        : name + "from " + quoted(table.shown(path, before)) + " to " + quoted(table.shown(path, after))
                                + ".";
            }
            case Ruling.FindingAccepted(int part, String code, List<String> fields, String reason) ->
                "Accepted " + code + ": " + reason;
            case Ruling.PaperIsWrong(String reason) -> "The paper is wrong: " + reason;
            case Ruling.OrderChosen chosen ->
                chosen.newer() ? "This paper is the newer one." : "The other paper is the newer one.";
            case Ruling.Confirmed(int number) -> "Confirmed decision " + number + ".";
        };
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "nothing" : "\u201c" + value + "\u201d";
    }
}
