package uk.casebridge.store;

import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.paper.PaperId;

/**
 * One line of a paper's timeline: who did what, when.
 *
 * @param at when
 * @param who the person's user name, the agency's client id, or the room's name
 * @param what a short stable word: {@code uploaded}, {@code stored}, {@code recorded}, {@code sent}, {@code fetched} …
 * @param paper the paper it is about
 * @param about the delivery or record it is about, if one
 * @param detail a sentence for people; no personal data
 */
public record AuditEntry(Instant at, String who, String what, PaperId paper, Optional<String> about, String detail) {}
