package uk.casebridge.domain.standing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the built-in lists: comma separated, quotes doubled, lines that begin with # are remarks, the first is a head. */
final class CsvLines {

    private CsvLines() {}

    /** The rows of a list beside this class, without its head. */
    static List<List<String>> of(String resource) {
        try (InputStream in = CsvLines.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The list " + resource + " is not in this build");
            }
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + resource + " cannot be read", e);
        }
    }

    // Loops, not streams, here and in the lists: they are read when a function starts, where every lambda costs time.
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        boolean head = true;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() : end + 1;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!head) {
                rows.add(cells(line));
            }
            head = false;
        }
        return List.copyOf(rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return List.copyOf(cells);
    }
}
