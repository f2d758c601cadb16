package uk.casebridge.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Instruction.Replaces;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.Papers;
import uk.casebridge.store.Records;

/**
 * What the sender of a paper said that it replaces. A person said so, so the order is not in doubt; that both are of the
 * same kind and about the same thing is looked at all the same.
 */
final class Replacing {

    private static final Replacing NOTHING = new Replacing(Optional.empty(), Set.of());

    private final Optional<PaperId> earlier;
    private final Set<RecordId> records;

    private Replacing(Optional<PaperId> earlier, Set<RecordId> records) {
        this.earlier = earlier;
        this.records = records;
    }

    static Replacing of(Paper paper, Papers papers, Records records) {
        return papers.instructions(paper.id()).stream()
                .filter(Replaces.class::isInstance)
                .map(Replaces.class::cast)
                .findFirst()
                .map(said -> {
                    Set<RecordId> known = new HashSet<>();
                    records.of(said.earlier()).forEach(version -> known.add(version.id()));
                    return new Replacing(Optional.of(said.earlier()), known);
                })
                .orElse(NOTHING);
    }

    /** Whether this version is what was said to be replaced, so that the new one is newer whatever the times say. */
    boolean isSaidOf(RecordVersion current) {
        return earlier.isPresent() && current.holder().equals(earlier);
    }

    /** Why a paper with these records cannot replace the one that was named, if it cannot. */
    Optional<Failure> failure(List<RecordId> found) {
        return earlier.filter(paper -> found.stream().noneMatch(records::contains))
                .map(paper -> new Failure(FailureCode.REPLACES_ANOTHER, paper.value()));
    }
}
