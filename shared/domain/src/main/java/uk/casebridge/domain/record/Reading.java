package uk.casebridge.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.paper.Bundle;

/**
 * What reading one paper's bytes gave: its kind and records, or the reason why not.
 *
 * @param mediaType what the content is, whatever the file's name says
 * @param pages how many pages it has
 * @param kind the kind's id; empty if it was not recognised or not read
 * @param scores the best three guesses at its kind, the best first
 * @param records one per unit of the kind, in the order of the paper
 * @param bundle what it is a bundle of; then its parts hold the records. With a failure, what it may be a bundle of
 * @param failure why there is no record, if there is none
 */
public record Reading(
        String mediaType,
        int pages,
        Optional<String> kind,
        List<Score> scores,
        List<ReadRecord> records,
        Optional<Bundle> bundle,
        Optional<Failure> failure) {

    public Reading {
        scores = List.copyOf(scores);
        records = List.copyOf(records);
    }

    /** The reading of a single paper. */
    public Reading(
            String mediaType,
            int pages,
            Optional<String> kind,
            List<Score> scores,
            List<ReadRecord> records,
            Optional<Failure> failure) {
        this(mediaType, pages, kind, scores, records, Optional.empty(), failure);
    }

    /** The reading of a file that holds several papers. */
    public static Reading of(String mediaType, int pages, Bundle bundle) {
        return new Reading(
                mediaType, pages, Optional.empty(), List.of(), List.of(), Optional.of(bundle), Optional.empty());
    }

    /**
     * The same reading with the time at which the bundle it came in says that the paper was made. It takes the place of
     * the time inside the file and is as weak: when a paper was scanned is not when it was written.
     */
    public Reading madeAt(Instant time) {
        List<ReadRecord> timed = records.stream()
                .map(record -> new ReadRecord(
                        record.fields(),
                        record.findings(),
                        record.urgency(),
                        record.restrictions(),
                        new SourceTime(
                                record.sourceTime().stated(),
                                record.sourceTime().evidence(),
                                Optional.of(time))))
                .toList();
        return new Reading(mediaType, pages, kind, scores, timed, bundle, failure);
    }

    /** How much speaks for a kind, from 0 to 1, and which clues did. */
    public record Score(String kind, double score, List<String> clues) {
        public Score {
            clues = List.copyOf(clues);
        }
    }

    /**
     * One record as read, not yet a version.
     *
     * @param fields the fields
     * @param findings what the kind's rules say
     * @param urgency how urgent it is
     * @param restrictions markers that travel with it
     * @param sourceTime when the source made it, as far as anything says so
     */
    public record ReadRecord(
            Fields fields, List<Finding> findings, Urgency urgency, List<String> restrictions, SourceTime sourceTime) {
        public ReadRecord {
            findings = List.copyOf(findings);
            restrictions = List.copyOf(restrictions);
        }
    }

    public static Reading failed(String mediaType, Failure failure) {
        return new Reading(mediaType, 0, Optional.empty(), List.of(), List.of(), Optional.of(failure));
    }
}
