package uk.casebridge.extract;

import java.nio.file.Path;
import java.time.Instant;
import uk.casebridge.domain.record.Reading;

interface PaperReader {
    Reading read(Path file, String fileName, Instant received);
}
