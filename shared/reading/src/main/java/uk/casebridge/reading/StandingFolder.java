package uk.casebridge.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CodeTable;
import uk.casebridge.domain.standing.ImportedRows;
import uk.casebridge.domain.standing.ListVersion;
import uk.casebridge.domain.standing.ListVersions;

/**
 * Imported standing data on disk, where a process of its own reads papers by them: what is imported, and the rows, of
 * which only those are read that are asked for.
 */
final class StandingFolder implements ImportedRows {

    private static final String VERSIONS = "versions.txt";

    private final Path folder;
    private final ListVersions versions;
    private final Map<Sha256, CodeTable> tables = new ConcurrentHashMap<>();

    private StandingFolder(Path folder, ListVersions versions) {
        this.folder = folder;
        this.versions = versions;
    }

    /** Puts what is imported into a folder, and those rows that are not there yet. */
    static void put(Path folder, ListVersions versions, ImportedRows imported) {
        try {
            Files.createDirectories(folder);
            for (ListVersion version : versions.all()) {
                Path rows = folder.resolve(version.content().hex());
                if (!Files.exists(rows)) {
                    whole(rows, imported.rows(version).bytes());
                }
            }
            whole(folder.resolve(VERSIONS), versions.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Standing data cannot be put into " + folder, e);
        }
    }

    /** What a folder holds now. */
    static ImportedRows open(Path folder) {
        try {
            return new StandingFolder(folder, ListVersions.parse(Files.readString(folder.resolve(VERSIONS))));
        } catch (IOException e) {
            throw new UncheckedIOException("Standing data cannot be read from " + folder, e);
        }
    }

    @Override
    public ListVersions versions() {
        return versions;
    }

    @Override
    public CodeTable rows(ListVersion version) {
        return tables.computeIfAbsent(version.content(), this::read);
    }

    private CodeTable read(Sha256 content) {
        try {
            return CodeTable.read(Files.readAllBytes(folder.resolve(content.hex())));
        } catch (IOException e) {
            throw new UncheckedIOException("Standing data cannot be read from " + folder, e);
        }
    }

    /** Never half a file, whoever looks when. */
    private static void whole(Path file, byte[] bytes) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "part", "");
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
