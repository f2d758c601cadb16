package uk.casebridge.picture;

import java.io.IOException;
import java.nio.file.Path;

/** Draws the pages of a PDF or a scan. */
interface PageDrawing {

    /** Whether a file is one whose pages can be drawn. */
    boolean canDraw(Path file) throws IOException;

    int count(Path file) throws IOException;

    /**
     * A page as a PNG.
     *
     * @param page the page, from 1
     * @param dpi dots per inch
     */
    byte[] png(Path file, int page, int dpi) throws IOException;
}
