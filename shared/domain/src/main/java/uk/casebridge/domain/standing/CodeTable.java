package uk.casebridge.domain.standing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rows of text found by their first cell, held in one array of bytes as they lie in the store: sorted, looked up by
 * bisection, and made into text only for the row that is asked for. A map of strings of the published offence codes
 * would cost a starting function ten times the memory and the time.
 *
 * <p>Form: {@code CBT1}; the number of rows; where each row begins, and where the last ends; then the rows in UTF-8, their
 * cells set apart by the unit separator. Numbers are of four bytes, the greatest first.
 */
public final class CodeTable {

    /** Stands between cells, so no cell may hold it. */
    public static final char BETWEEN_CELLS = '\u001F';

    private static final byte[] MARK = "CBT1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MARK.length + Integer.BYTES;

    private final ByteBuffer bytes;
    private final int size;

    private CodeTable(byte[] bytes, int size) {
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        this.size = size;
    }

    /**
     * A table of these rows.
     *
     * @throws IllegalArgumentException if a row has no cell, or a cell holds the separator
     */
    public static CodeTable of(Collection<List<String>> rows) {
        List<byte[]> encoded = new ArrayList<>(rows.size());
        int length = HEAD + (rows.size() + 1) * Integer.BYTES;
        for (List<String> row : rows) {
            if (row.isEmpty() || row.stream().anyMatch(cell -> cell.indexOf(BETWEEN_CELLS) >= 0)) {
                throw new IllegalArgumentException("A row needs a code, and no cell may hold the separator");
            }
            byte[] one = String.join(String.valueOf(BETWEEN_CELLS), row).getBytes(StandardCharsets.UTF_8);
            encoded.add(one);
            length += one.length;
        }
        encoded.sort(Comparator.comparing(row -> row, Arrays::compareUnsigned));
        ByteBuffer table = ByteBuffer.allocate(length).put(MARK).putInt(encoded.size());
        int at = HEAD + (encoded.size() + 1) * Integer.BYTES;
        for (byte[] row : encoded) {
            table.putInt(at);
            at += row.length;
        }
        table.putInt(at);
        encoded.forEach(table::put);
        return new CodeTable(table.array(), encoded.size());
    }

    /**
     * A table from what {@link #bytes()} gave; nothing is copied or made of them, and only the outline is
     * checked.
     *
     * @throws IllegalArgumentException if they are not of that form
     */
    public static CodeTable read(byte[] bytes) {
        ByteBuffer table = ByteBuffer.wrap(bytes);
        boolean marked =
                bytes.length >= HEAD + Integer.BYTES && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
        int size = marked ? table.getInt(MARK.length) : -1;
        if (size < 0 || size > (bytes.length - HEAD) / Integer.BYTES - 1) {
            throw new IllegalArgumentException("Not a table of codes");
        }
        // Where every single row begins is not gone through: the hash of what is fetched was, and this is the start.
        if (table.getInt(HEAD + size * Integer.BYTES) != bytes.length) {
            throw new IllegalArgumentException("A table of codes that is cut short");
        }
        return new CodeTable(bytes, size);
    }

    /** The table as it is kept. */
    public byte[] bytes() {
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        return copy;
    }

    public int size() {
        return size;
    }

    /** The row of a code, the first if it has several; case counts. */
    public Optional<List<String>> row(String code) {
        byte[] wanted = code.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size && compare(low, wanted) == 0 ? Optional.of(row(low)) : Optional.empty();
    }

    /** Every row, sorted. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            rows.add(row(row));
        }
        return List.copyOf(rows);
    }

    private List<String> row(int number) {
        int begins = begins(number);
        byte[] row = new byte[begins(number + 1) - begins];
        bytes.get(begins, row);
        return List.of(new String(row, StandardCharsets.UTF_8).split(String.valueOf(BETWEEN_CELLS), -1));
    }

    private int begins(int number) {
        return bytes.getInt(HEAD + number * Integer.BYTES);
    }

    /** How the first cell of a row stands to a code: below nought before it, nought for the same, above it after. */
    private int compare(int number, byte[] code) {
        int at = begins(number);
        int end = begins(number + 1);
        for (byte wanted : code) {
            if (at == end || bytes.get(at) == BETWEEN_CELLS) {
                return -1;
            }
            int difference = Byte.compareUnsigned(bytes.get(at), wanted);
            if (difference != 0) {
                return difference;
            }
            at++;
        }
        return at == end || bytes.get(at) == BETWEEN_CELLS ? 0 : 1;
    }
}
