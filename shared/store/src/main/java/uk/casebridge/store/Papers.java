package uk.casebridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.standing.CourtCode;

/** The papers of the table. Every write is conditional; every state change writes its line of the timeline with it. */
public interface Papers {

    /**
     * Notes a paper whose upload form is being issued.
     *
     * @throws IllegalStateException if its id is taken
     */
    void await(Paper paper, AuditEntry entry);

    Optional<Paper> find(PaperId id);

    /**
     * Moves an awaited paper to stored and claims its bytes for its court house, in one transaction.
     *
     * @return where the claim was taken by an earlier paper of that court with the same bytes, that paper's id, and
     *     nothing is written; of other courts' papers nothing is said
     */
    StoreOutcome store(Paper awaited, Paper stored, AuditEntry entry);

    /**
     * Moves a paper on, if it still is as it was read.
     *
     * @return false if someone else moved it meanwhile; nothing is written then
     */
    boolean move(Paper from, Paper to, AuditEntry entry);

    /**
     * Stores a part of a bundle as a paper of its own: the paper, its claim on its bytes and the bundle's note of it, in
     * one transaction. A paper that is a duplicate claims nothing.
     *
     * @param part the paper, stored or found to be a duplicate
     * @param note the bundle's note of it
     * @return {@code SameBytes} where its court house sent the same bytes before, and nothing is written; {@code Moved}
     *     where this part was stored before, and nothing changes
     */
    StoreOutcome storePart(Paper part, KeptPart note, AuditEntry entry);

    /** Notes a part of a bundle that is no paper; noting it again changes nothing. */
    void notePart(PaperId bundle, KeptPart note);

    /** What became of the parts of a bundle so far, in their order. */
    List<KeptPart> partsOf(PaperId bundle);

    /**
     * Moves a paper to recorded, if as many of its records are written as {@code to} says it has; or to taken apart, if
     * as many of its parts are stored or noted.
     *
     * @return false if some are missing or someone else moved it meanwhile
     */
    boolean close(Paper from, Paper to, AuditEntry entry);

    /**
     * Notes what a person said of a paper as a whole, what that makes of the paper, and its line of the timeline, in one
     * transaction.
     *
     * @return false if as much was said before or someone else moved the paper meanwhile; nothing is written then
     */
    boolean instruct(Instruction instruction, Paper from, Paper to, AuditEntry entry);

    /** What people said of a paper as a whole, in the order of time. */
    List<Instruction> instructions(PaperId paper);

    /**
     * Moves a paper to withdrawn and gives up its claim on its bytes, if it holds it, so that they may be sent again.
     *
     * @return false if someone else moved it meanwhile; nothing is written then
     */
    boolean withdraw(Paper from, Paper to, AuditEntry entry);

    /** The papers of a court house, the newest first. */
    Page<Paper> ofCourt(CourtCode court, Optional<String> cursor, int limit);

    /**
     * The papers of a court house that wait for a person: those whose mistake would do most harm first, of these the
     * longest waiting first.
     */
    Page<Paper> waiting(CourtCode court, Optional<String> cursor, int limit);

    /** Papers in a state since before a moment, the longest first, found by an index. */
    List<Paper> inStateSince(PaperState state, Instant before, int limit);

    /** What came of storing. */
    sealed interface StoreOutcome {
        record Stored() implements StoreOutcome {}

        record SameBytes(PaperId first) implements StoreOutcome {}

        /** Someone else moved the paper meanwhile; nothing was written. */
        record Moved() implements StoreOutcome {}
    }
}
