package uk.casebridge.extract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.reading.ReadingJson;
import uk.casebridge.store.Evidence;

/** Readings kept as evidence, in the published JSON of a reading. */
final class EvidenceReadings implements KeptReadings {

    /** Its name among a paper's evidence. */
    static final String NAME = Evidence.READING;

    private final Evidence evidence;

    EvidenceReadings(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Optional<Reading> of(Paper paper) {
        return evidence.get(paper.id(), NAME)
                .map(bytes -> ReadingJson.fromJson(new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public void keep(Paper paper, Reading reading) {
        String json = ReadingJson.toJson(paper.fileName(), paper.sha256().orElseThrow(), reading);
        evidence.put(paper.id(), NAME, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }
}
