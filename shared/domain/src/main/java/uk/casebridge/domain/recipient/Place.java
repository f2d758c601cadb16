package uk.casebridge.domain.recipient;

/**
 * Where a delivery goes: one listing centre, one prison, one office.
 *
 * @param code its code, unique within the recipient
 * @param name its name as people know it
 * @param open whether it takes deliveries; a closed place is a to-do, never a guess
 */
public record Place(String code, String name, boolean open) {}
