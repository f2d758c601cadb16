package uk.casebridge.ops;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as their widest cell, two spaces between. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    TextTable row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("A row of " + cells.length + " cells in a table of "
                    + rows.getFirst().size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < rows.size(); line++) {
            append(text, rows.get(line), widths);
            if (line == 0) {
                append(text, ruler(widths), widths);
            }
        }
        return text.toString();
    }

    private static List<String> ruler(int[] widths) {
        List<String> ruler = new ArrayList<>();
        for (int width : widths) {
            ruler.add("-".repeat(width));
        }
        return ruler;
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
}
