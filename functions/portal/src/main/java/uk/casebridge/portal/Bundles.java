package uk.casebridge.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.portal.page.PaperPage;
import uk.casebridge.store.Store;

/** What a file that held several papers was taken apart into, as its page shows it. */
final class Bundles {

    private final Store store;

    Bundles(Store store) {
        this.store = store;
    }

    List<PaperPage.PartRow> rows(Paper bundle) {
        return parts(bundle).stream().map(this::row).toList();
    }

    /** Whether a part of it is still on its way to its own page's end. */
    boolean isMoving(Paper bundle, Instant now, Duration followed) {
        return now.isBefore(bundle.changedAt().plus(followed))
                && parts(bundle).stream()
                        .flatMap(part -> part.paper().flatMap(store.papers()::find).stream())
                        .anyMatch(part -> !part.state().isAtRest());
    }

    /** The line of a part's page that leads back to the bundle. */
    static Optional<PaperPage.Line> origin(Paper part) {
        return part.partOf()
                .map(of -> new PaperPage.Line(
                        "Came in",
                        "Part " + of.part() + " of another file",
                        Optional.of(CourtPapers.href(of.bundle()))));
    }

    private List<KeptPart> parts(Paper bundle) {
        return bundle.parts() == 0 ? List.of() : store.papers().partsOf(bundle.id());
    }

    private PaperPage.PartRow row(KeptPart part) {
        String where = part.where().substring(0, 1).toUpperCase(Locale.UK)
                + part.where().substring(1);
        Optional<Paper> paper = part.paper().flatMap(store.papers()::find);
        if (paper.isEmpty() || part.use() != Bundle.Use.PAPER) {
            return new PaperPage.PartRow(where, part.use().title(), Optional.empty(), Optional.empty());
        }
        String kind = paper.get()
                .kind()
                .flatMap(KindCatalogue::withId)
                .map(Kind::title)
                .orElse("");
        return new PaperPage.PartRow(
                where,
                kind.isEmpty()
                        ? paper.get().fileName()
                        : kind + ", " + paper.get().fileName(),
                Optional.of(CourtPapers.href(paper.get().id())),
                Optional.of(Tags.of(paper.get().state())));
    }
}
