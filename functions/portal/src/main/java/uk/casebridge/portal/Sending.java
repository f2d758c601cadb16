package uk.casebridge.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.paper.FileType;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperIds;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.portal.page.SendPage;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Originals.UploadForm;
import uk.casebridge.store.Store;

/** Notes papers that are about to come and signs the forms by which browsers put them into the store. */
final class Sending {

    /** The greatest size of a paper, 50 MB. */
    static final long MAXIMUM = 50L * 1024 * 1024;

    static final Duration FORM_LIFE = Duration.ofMinutes(30);

    static final SendPage.Limits LIMITS = new SendPage.Limits(
            FileNames.accept(),
            "PDF, Word, OpenDocument, rich text, web page, email, plain text, XML, JSON, a scanned picture or a bulk-scan envelope (zip)",
            MAXIMUM / 1024 / 1024,
            MAXIMUM);

    private final Store store;
    private final PaperIds ids;
    private final URI portal;
    private final Clock clock;

    Sending(Store store, PaperIds ids, URI portal, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.portal = portal;
        this.clock = clock;
    }

    /** Notes a paper that is about to come. */
    Paper await(Session session, CourtCode court, String fileName, Optional<PaperId> replaces) {
        Instant now = clock.instant();
        Paper paper = Paper.awaited(ids.next(), fileName, court, session.user(), now);
        store.papers()
                .await(
                        paper,
                        new AuditEntry(
                                now,
                                session.user(),
                                Events.AWAITED,
                                paper.id(),
                                Optional.empty(),
                                "An upload form was given out."));
        // Before the form is given out, so that no file can come for which this is not noted.
        replaces.ifPresent(earlier -> store.papers()
                .instruct(
                        new Instruction.Replaces(paper.id(), session.user(), now, earlier),
                        paper,
                        paper,
                        new AuditEntry(
                                now,
                                session.user(),
                                "replaces",
                                paper.id(),
                                Optional.empty(),
                                "Replaces the paper " + earlier)));
        return paper;
    }

    /** The form for a browser that runs scripts: bound to the bytes where their SHA-256 is known. */
    UploadForm form(PaperId paper, String fileName, boolean urgent, Optional<Sha256> sha256) {
        return store.originals()
                .uploadForm(
                        paper, FileType.mediaTypeOf(fileName), urgent, MAXIMUM, sha256, FORM_LIFE, Optional.empty());
    }

    /** The form for a browser that runs none: it comes back to the paper's page. */
    UploadForm plainForm(PaperId paper, String fileName, boolean urgent) {
        return store.originals()
                .uploadForm(
                        paper,
                        FileType.mediaTypeOf(fileName),
                        urgent,
                        MAXIMUM,
                        Optional.empty(),
                        FORM_LIFE,
                        Optional.of(portal.resolve(CourtPapers.href(paper))));
    }

    /** Where forms are posted to, which a page must name before it may post there. The form signed for it is given to nobody. */
    String storeOrigin() {
        return origin(form(ids.next(), "", false, Optional.empty()).action());
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    Instant formHoldsUntil() {
        return clock.instant().plus(FORM_LIFE);
    }
}
