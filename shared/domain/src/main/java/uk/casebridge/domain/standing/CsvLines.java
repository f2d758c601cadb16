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

    static List<List<String>> rows(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(CsvLines::cells)
                .toList();
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
