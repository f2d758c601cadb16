package uk.casebridge.reading;

import java.nio.file.Path;
import java.time.Instant;
import uk.casebridge.domain.record.Reading;

/** Reads papers. A bad paper is an answer, not an exception. */
public interface PaperReader {

    /**
     * Reads one paper.
     *
     * @param file where its bytes lie
     * @param fileName the name its sender gave it, which may hint at its type and is never used as a path
     * @param received when it came, for rules that ask what was past or future then
     * @return its kind and records, or the failure that says why there are none
     */
    Reading read(Path file, String fileName, Instant received);
}
