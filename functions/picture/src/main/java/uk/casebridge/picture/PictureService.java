package uk.casebridge.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Audit;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Evidence;
import uk.casebridge.store.Originals;
import uk.casebridge.store.Papers;
import uk.casebridge.store.PoisonousMessageException;

/**
 * Draws the pages of a paper for those who look at it beside its fields. A page that is drawn is not drawn again, so
 * that a run that was killed goes on where it stopped.
 */
final class PictureService {

    /** Enough to read small print on a screen; a page is about 100 KB. */
    static final int DPI = 110;

    /** What a person looks through; nobody pages further in a browser, and the document itself is a click away. */
    static final int MOST_PAGES = 30;

    private static final String WHO = "picture";
    private static final String PNG = "image/png";

    private final Papers papers;
    private final Originals originals;
    private final Evidence evidence;
    private final Audit audit;
    private final PageDrawing drawing;
    private final Clock clock;

    PictureService(
            Papers papers, Originals originals, Evidence evidence, Audit audit, PageDrawing drawing, Clock clock) {
        this.papers = papers;
        this.originals = originals;
        this.evidence = evidence;
        this.audit = audit;
        this.drawing = drawing;
        this.clock = clock;
    }

    /**
     * Draws a paper's pages.
     *
     * @throws PoisonousMessageException if there is no such paper
     * @throws IOException if its bytes cannot be had now
     */
    void draw(PaperId id) throws IOException {
        Paper paper = papers.find(id).orElseThrow(() -> new PoisonousMessageException("There is no paper " + id));
        switch (paper.state()) {
            case READING, RECORDED, REVIEW, WITHDRAWING, WITHDRAWN -> drawn(paper);
            // What is quarantined is never opened again; what was taken apart is shown part by part.
            case AWAITED, STORED, TAKEN_APART, QUARANTINED, DUPLICATE, REFUSED -> {}
        }
    }

    private void drawn(Paper paper) throws IOException {
        Path file = Files.createTempFile("picture-", ".bin");
        try {
            try (InputStream bytes =
                    originals.open(paper.id(), paper.objectVersion().orElseThrow())) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!drawing.canDraw(file)) {
                note(paper, "no-pictures", "Pages are drawn of PDF files and scans only");
                return;
            }
            pages(paper, file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void pages(Paper paper, Path file) throws IOException {
        int page = 0;
        try {
            int pages = drawing.count(file);
            int last = Math.min(pages, MOST_PAGES);
            for (page = 1; page <= last; page++) {
                String name = Evidence.picture(page);
                if (evidence.get(paper.id(), name).isEmpty()) {
                    evidence.put(paper.id(), name, drawing.png(file, page, DPI), PNG);
                }
            }
            note(
                    paper,
                    "pictures",
                    last == pages ? "Pages drawn: " + pages : "First " + last + " of " + pages + " pages drawn");
        } catch (PaperFailedException e) {
            note(
                    paper,
                    "no-pictures",
                    (page == 0 ? "The pages" : "From page " + page + " on the pages") + " cannot be drawn: "
                            + e.failure().code().code());
        }
    }

    /** Says something in the timeline, once. */
    private void note(Paper paper, String what, String detail) {
        if (audit.of(paper.id()).stream().noneMatch(entry -> entry.what().equals(what))) {
            audit.append(new AuditEntry(clock.instant(), WHO, what, paper.id(), Optional.empty(), detail));
        }
    }
}
