package uk.casebridge.picture;

import java.io.IOException;
import java.nio.file.Path;

/** Draws the pages of a PDF. */
interface PageDrawing {

    int count(Path file) throws IOException;

    /**
     * A page as a PNG.
     *
     * @param page the page, from 1
     * @param dpi dots per inch
     */
    byte[] png(Path file, int page, int dpi) throws IOException;
}
