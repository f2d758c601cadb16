package uk.casebridge.events.client;

import java.nio.file.Path;

/**
 * A paper as it was fetched and checked.
 *
 * @param file a temporary file that holds it; it is deleted when the inbox returns, so move or copy it
 * @param sha256 its SHA-256, equal to the one the delivery states
 * @param size bytes
 * @param mediaType what its content is
 */
public record FetchedDocument(Path file, String sha256, long size, String mediaType) {}
