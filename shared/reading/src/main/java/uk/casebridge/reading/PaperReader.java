package uk.casebridge.reading;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;

/** Reads papers. A bad paper is an answer, not an exception. */
public interface PaperReader {

    /**
     * Reads one paper.
     *
     * @param file where its bytes lie
     * @param fileName the name its sender gave it, which may hint at its type and is never used as a path
     * @param received when it came, for rules that ask what was past or future then
     * @return its kind and records, or what it is a bundle of, or the failure that says why there is neither
     */
    default Reading read(Path file, String fileName, Instant received) {
        return read(file, fileName, received, Optional.empty());
    }

    /**
     * The same for a paper whose kind a person may have told.
     *
     * @param told the id of the kind it is to be read as, whatever its words speak for; empty to tell by the words
     */
    Reading read(Path file, String fileName, Instant received, Optional<String> told);

    /**
     * Writes each part of a bundle that is a paper into a folder, as a file named by its number. The same bundle gives
     * the same bytes each time.
     *
     * @param file where the bundle's bytes lie
     * @param bundle what reading it said it is made of
     * @param folder where the parts go, which is there
     * @return why it could not be done, if so
     */
    Optional<Failure> takeApart(Path file, Bundle bundle, Path folder);
}
