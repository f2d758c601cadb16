package uk.casebridge.domain.finding;

import java.time.Instant;

/**
 * A person looked at what a rule found and says that it may stand.
 *
 * @param who the person's user name
 * @param at when
 * @param reason why it may stand, in the person's own words
 */
public record Acceptance(String who, Instant at, String reason) {}
