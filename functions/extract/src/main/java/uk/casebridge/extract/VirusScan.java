package uk.casebridge.extract;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for viruses in a file before anything reads it. */
@FunctionalInterface
interface VirusScan {

    /**
     * Scans a file.
     *
     * @throws IOException if the scanner cannot answer; the paper waits then, since unscanned is not the same as clean
     */
    Verdict scan(Path file) throws IOException;

    /** No scanner is set up: the timeline says so. */
    static VirusScan none() {
        return file -> new NotScanned();
    }

    /** What came of scanning. */
    sealed interface Verdict {}

    record Clean() implements Verdict {}

    record NotScanned() implements Verdict {}

    /**
     * Something was found.
     *
     * @param name what the scanner calls it
     */
    record Infected(String name) implements Verdict {}
}
