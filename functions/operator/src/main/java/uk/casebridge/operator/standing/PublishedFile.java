package uk.casebridge.operator.standing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.casebridge.domain.standing.StandingList;

/**
 * A list as it is published: JSON, an array of objects, or for bank holidays the object of GOV.UK. Read from end to end
 * whatever is wrong with a row, so that one look tells everything there is to mend.
 *
 * @param list which list it is
 * @param rows its rows
 * @param faults what is wrong with it, in order; with any, the rows do not count
 */
record PublishedFile(StandingList list, List<List<String>> rows, List<Fault> faults) {

    /** More rows than any list has by far. */
    static final int MOST_ROWS = 100_000;

    /** The part of GOV.UK's bank holidays that is taken. */
    private static final String DIVISION = "england-and-wales";

    private static final JsonFactory JSON = new JsonFactory();

    PublishedFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * Something wrong.
     *
     * @param file the file's name
     * @param line the line, from 1, on which the row begins; 0 where it is about the whole file
     * @param what a sentence
     */
    record Fault(String file, int line, String what) {
        @Override
        public String toString() {
            return file + (line > 0 ? ", line " + line : "") + ": " + what;
        }
    }

    /** Reads a file. */
    static PublishedFile read(StandingList list, String name, byte[] json) {
        Rows rows = new Rows(list, name);
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            if (list == StandingList.BANK_HOLIDAYS) {
                toEvents(parser, rows);
            } else {
                array(parser, rows);
            }
        } catch (JsonProcessingException e) {
            rows.fault(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "This is not JSON from here on.");
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes at hand can be read", e);
        }
        if (rows.rows.isEmpty() && rows.faults.isEmpty()) {
            rows.fault(0, "There is not one row in it.");
        }
        return new PublishedFile(list, rows.rows, rows.faults);
    }

    private static void toEvents(JsonParser parser, Rows rows) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            rows.fault(1, "Bank holidays as GOV.UK publishes them are one object, by division.");
            return;
        }
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean ours = parser.currentName().equals(DIVISION);
            parser.nextToken();
            if (!ours || parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean events = parser.currentName().equals("events");
                parser.nextToken();
                if (events) {
                    found = true;
                    array(parser, rows);
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!found) {
            rows.fault(0, "It has no events of " + DIVISION + ".");
        }
    }

    private static void array(JsonParser parser, Rows rows) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            rows.fault(parser.currentTokenLocation().getLineNr(), "Here an array of rows should begin.");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            if (parser.currentToken() == null) {
                rows.fault(line, "The file ends within its rows.");
                return;
            }
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                rows.fault(line, "A row is an object.");
                parser.skipChildren();
                continue;
            }
            rows.take(line, object(parser));
        }
    }

    /** The plain values of an object by name; what is nested in it is passed over. */
    private static Map<String, String> object(JsonParser parser) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                values.put(name, plain(parser.getText()));
            } else {
                parser.skipChildren();
            }
        }
        return values;
    }

    /** One line, as lists are shown and kept. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isISOControl(c) || Character.isWhitespace(c);
            if (!space) {
                plain.append(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }

    /** The rows as they are read, each held against what its list asks. */
    private static final class Rows {
        private final StandingList list;
        private final String name;
        private final RowCheck check;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Map<Object, Integer> lines = new HashMap<>();

        Rows(StandingList list, String name) {
            this.list = list;
            this.name = name;
            this.check = RowCheck.of(list);
        }

        void take(int line, Map<String, String> values) {
            switch (check.row(values)) {
                case RowCheck.Outcome.Row(List<String> row) -> add(line, row);
                case RowCheck.Outcome.Wrong(String what) -> fault(line, what);
                case RowCheck.Outcome.NotOfTheList() -> {}
            }
        }

        private void add(int line, List<String> row) {
            Integer before = lines.putIfAbsent(list.codeIsUnique() ? row.getFirst() : row, line);
            if (before != null) {
                fault(line, "The code " + row.getFirst() + " stood on line " + before + " already.");
            } else if (rows.size() == MOST_ROWS) {
                fault(line, "A list has " + MOST_ROWS + " rows at most.");
            } else {
                rows.add(row);
            }
        }

        void fault(int line, String what) {
            faults.add(new Fault(name, line, what));
        }
    }
}
