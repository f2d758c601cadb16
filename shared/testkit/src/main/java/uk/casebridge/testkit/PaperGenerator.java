package uk.casebridge.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.Unit;
import uk.casebridge.testkit.author.Authors;
import uk.casebridge.testkit.author.Chance;
import uk.casebridge.testkit.draft.Draft;
import uk.casebridge.testkit.print.DocxPrinter;
import uk.casebridge.testkit.print.PdfPrinter;
import uk.casebridge.testkit.print.ScanPrinter;

/**
 * Makes up court papers about people who do not exist, and says what a perfect reader would find in them. The same seed
 * makes the same papers in the same order, byte for byte. Not for use by several threads at once.
 *
 * <pre>{@code
 * GeneratedPaper paper = new PaperGenerator(1).next("remand-warrant", Layout.LETTER, Medium.PDF);
 * paper.truth().getFirst().get("defendant.name");
 * }</pre>
 */
public final class PaperGenerator {

    /** A scan at one of the two resolutions that offices use, by chance. */
    private static final int EITHER = 0;

    private final Chance chance;

    public PaperGenerator(long seed) {
        this.chance = new Chance(seed);
    }

    /** A paper of a kind; one about a whole case has one to six defendants, the rest one. */
    public GeneratedPaper next(String kindId, Layout layout, Medium medium) {
        return make(kindId, layout, medium, usualDefendants(kindId), Optional.empty());
    }

    /**
     * A paper with one mistake in it, named in {@link GeneratedPaper#mistake()}.
     *
     * @throws IllegalArgumentException if the mistake does not fit the kind
     */
    public GeneratedPaper withMistake(String kindId, Mistake mistake, Layout layout, Medium medium) {
        return make(kindId, layout, medium, 1, Optional.of(mistake));
    }

    /** A paper about so many defendants: one record for a whole case, else a record for each defendant. */
    public GeneratedPaper withDefendants(String kindId, int defendants, Layout layout, Medium medium) {
        return make(kindId, layout, medium, defendants, Optional.empty());
    }

    /** A scan at a resolution, in dots per inch; offices use 200 and 300. */
    public GeneratedPaper scanned(String kindId, Layout layout, int dpi) {
        return make(kindId, layout, Medium.SCAN, 1, Optional.empty(), dpi);
    }

    /**
     * One paper of each kind for a show, layouts and media in turn; no scan, since not every place has text recognition.
     */
    public List<GeneratedPaper> oneOfEachKind() {
        List<GeneratedPaper> papers = new ArrayList<>();
        for (Kind kind : KindCatalogue.all()) {
            int turn = papers.size();
            Layout layout = Layout.values()[turn % Layout.values().length];
            // Every fourth, so that over the kinds each layout comes in Word too.
            papers.add(next(kind.id(), layout, turn % 4 == 3 ? Medium.DOCX : Medium.PDF));
        }
        return List.copyOf(papers);
    }

    private int usualDefendants(String kindId) {
        return KindCatalogue.get(kindId).unit() == Unit.CASE ? chance.between(1, 6) : 1;
    }

    private GeneratedPaper make(
            String kindId, Layout layout, Medium medium, int defendants, Optional<Mistake> mistake) {
        return make(kindId, layout, medium, defendants, mistake, EITHER);
    }

    private GeneratedPaper make(
            String kindId, Layout layout, Medium medium, int defendants, Optional<Mistake> mistake, int dpi) {
        Draft draft = Authors.write(kindId, layout, mistake, defendants, chance);
        byte[] bytes = switch (medium) {
            case PDF -> new PdfPrinter(layout).print(draft);
            case DOCX -> new DocxPrinter(layout).print(draft);
            case SCAN ->
                new ScanPrinter(
                                layout,
                                dpi == EITHER ? (chance.percent(50) ? 300 : 200) : dpi,
                                new Chance(chance.seed()))
                        .print(draft);
        };
        return new GeneratedPaper(
                draft.fileStem() + "." + medium.extension(),
                bytes,
                medium.mediaType(),
                kindId,
                draft.court(),
                draft.truth(),
                mistake.map(Mistake::name));
    }
}
