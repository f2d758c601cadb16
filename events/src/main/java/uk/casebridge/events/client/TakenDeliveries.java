package uk.casebridge.events.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an agency has taken so far: by it the client knows a duplicate and an older version. An agency with a database
 * of its own writes its own, and so remembers a delivery in the same transaction in which it stores it.
 */
public interface TakenDeliveries {

    boolean has(String delivery);

    /** The highest version taken of a record; 0 if none was. */
    int highestVersion(String record);

    /** Notes that a delivery was taken and answered. */
    void remember(String delivery, String record, int version);

    /** For tests and trials: forgets when the program ends. */
    static TakenDeliveries inMemory() {
        return new InMemory();
    }

    /**
     * Kept in a text file, a line per delivery, read whole at start.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     */
    static TakenDeliveries inFile(Path file) {
        return new InFile(file);
    }

    /** In memory. */
    final class InMemory implements TakenDeliveries {
        private final Set<String> deliveries = ConcurrentHashMap.newKeySet();
        private final Map<String, Integer> versions = new ConcurrentHashMap<>();

        @Override
        public boolean has(String delivery) {
            return deliveries.contains(delivery);
        }

        @Override
        public int highestVersion(String record) {
            return versions.getOrDefault(record, 0);
        }

        @Override
        public void remember(String delivery, String record, int version) {
            versions.merge(record, version, Math::max);
            deliveries.add(delivery);
        }
    }

    /** In memory, and in a file that a line is added to. */
    final class InFile implements TakenDeliveries {
        private final InMemory memory = new InMemory();
        private final Path file;

        private InFile(Path file) {
            this.file = file;
            if (!Files.exists(file)) {
                return;
            }
            try {
                Set<String> lines = new HashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8));
                for (String line : lines) {
                    String[] parts = line.split(" ", -1);
                    // A last line cut short by a crash counts as never written: that delivery is taken again.
                    if (parts.length == 4 && parts[3].equals(".")) {
                        memory.remember(parts[0], parts[1], Integer.parseInt(parts[2]));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read what was taken from " + file, e);
            }
        }

        @Override
        public boolean has(String delivery) {
            return memory.has(delivery);
        }

        @Override
        public int highestVersion(String record) {
            return memory.highestVersion(record);
        }

        @Override
        public synchronized void remember(String delivery, String record, int version) {
            try {
                // The line feed comes first, so that a line cut short by a crash does not spoil the next.
                Files.writeString(
                        file,
                        "\n" + delivery + " " + record + " " + version + " .",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot note in " + file + " what was taken", e);
            }
            memory.remember(delivery, record, version);
        }
    }
}
