package uk.casebridge.reading.words;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.field.PageBox;

/**
 * Takes XHTML and sets it on one page as long and wide as it needs: a line for each line, the cells of a table in
 * columns wide enough for their widest, so that labels and values stand to each other as they would on paper.
 */
final class TextBlocks extends DefaultHandler {

    private static final double SIZE = SyntheticWords.SIZE;
    private static final double LETTER = SIZE * SyntheticWords.LETTER;
    private static final double LINE = SIZE * SyntheticWords.LEADING;
    private static final double MARGIN = 40;

    /** The space below a paragraph. */
    private static final double PARAGRAPH_GAP = 0.5 * SIZE;

    /** The space between two columns: far more than between two words. */
    private static final double COLUMN_GAP = 3 * SIZE;

    private static final double TAB = 36;
    private static final double A4_WIDTH = 595;
    private static final double A4_HEIGHT = 842;
    private static final int DEEPEST = 200;

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "dt",
            "dd",
            "ul",
            "ol",
            "dl",
            "section",
            "header",
            "footer",
            "body",
            "article",
            "caption",
            "blockquote",
            "pre",
            "address",
            "hr");
    private static final Set<String> BOLD = Set.of("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt");

    private final Allowance allowance;
    private final boolean lineFeedsCount;
    private final Cell root = new Cell();
    private final Deque<Cell> open = new ArrayDeque<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private Line line = new Line();
    private int depth;
    private int bold;
    private int hidden;

    TextBlocks(Allowance allowance, boolean lineFeedsCount) {
        this.allowance = allowance;
        this.lineFeedsCount = lineFeedsCount;
        open.push(root);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        if (++depth > DEEPEST) {
            throw new PaperFailedException(FailureCode.TOO_DEEP, "elements nested over " + DEEPEST + " deep");
        }
        String tag = local.toLowerCase(Locale.ROOT);
        if (tag.equals("head") || tag.equals("script") || tag.equals("style")) {
            hidden++;
        }
        if (BOLD.contains(tag)) {
            bold++;
        }
        switch (tag) {
            case "br" -> endLine();
            case "table" -> {
                endParagraph();
                Table table = new Table();
                cell().blocks.add(table);
                tables.push(table);
            }
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.element().rows.add(new ArrayList<>());
                }
            }
            case "td", "th" -> startCell(attributes);
            default -> {
                if (BLOCKS.contains(tag)) {
                    endParagraph();
                }
            }
        }
    }

    private void startCell(Attributes attributes) {
        endParagraph();
        if (tables.isEmpty()) {
            return;
        }
        Table table = tables.element();
        if (table.rows.isEmpty()) {
            table.rows.add(new ArrayList<>());
        }
        Cell cell = new Cell();
        String span = attributes.getValue("colspan");
        cell.span = span != null && span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1;
        table.rows.getLast().add(cell);
        open.push(cell);
    }

    @Override
    public void endElement(String uri, String local, String name) {
        depth--;
        String tag = local.toLowerCase(Locale.ROOT);
        if (tag.equals("head") || tag.equals("script") || tag.equals("style")) {
            hidden--;
        }
        if (tag.equals("td") || tag.equals("th")) {
            endParagraph();
            if (open.size() > 1) {
                open.pop();
            }
        } else if (tag.equals("table")) {
            endParagraph();
            if (!tables.isEmpty()) {
                tables.pop();
            }
        } else if (BLOCKS.contains(tag)) {
            endParagraph();
        }
        if (BOLD.contains(tag)) {
            bold--;
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        allowance.takeCharacters(length);
        if (hidden > 0) {
            return;
        }
        for (int i = start; i < start + length; i++) {
            char c = characters[i];
            if (c == '\n' && lineFeedsCount) {
                endLine();
            } else if (c == '\t' && lineFeedsCount) {
                line.tab();
            } else if (c == '\u00a0' || Character.isWhitespace(c)) {
                line.space(lineFeedsCount || c == '\u00a0');
            } else {
                line.letter(c, bold > 0);
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        // Tika sends what only lays out its own XHTML this way; it is not of the paper.
    }

    /** Everything so far as one page. */
    PageOfWords page() {
        endParagraph();
        List<Word> words = new ArrayList<>();
        double height = root.set(MARGIN, MARGIN, words);
        double right =
                words.stream().mapToDouble(word -> word.box().right()).max().orElse(0);
        return new PageOfWords(1, Math.max(A4_WIDTH, right + MARGIN), Math.max(A4_HEIGHT, height + 2 * MARGIN), words);
    }

    private Cell cell() {
        return open.element();
    }

    private void endLine() {
        line.end();
        cell().paragraph().lines.add(line);
        line = new Line();
    }

    private void endParagraph() {
        line.end();
        if (!line.pieces.isEmpty()) {
            cell().paragraph().lines.add(line);
            line = new Line();
        } else {
            line = new Line();
        }
        cell().endParagraph();
    }

    /** Something set below what stands before it. */
    private sealed interface Block {
        double width();

        double set(double x, double y, List<Word> words);
    }

    private static final class Cell implements Block {
        private final List<Block> blocks = new ArrayList<>();
        private int span = 1;
        private boolean inParagraph;

        Paragraph paragraph() {
            if (!inParagraph || !(blocks.getLast() instanceof Paragraph)) {
                blocks.add(new Paragraph());
                inParagraph = true;
            }
            return (Paragraph) blocks.getLast();
        }

        void endParagraph() {
            inParagraph = false;
        }

        @Override
        public double width() {
            return blocks.stream().mapToDouble(Block::width).max().orElse(0);
        }

        @Override
        public double set(double x, double y, List<Word> words) {
            double below = y;
            for (Block block : blocks) {
                below += block.set(x, below, words);
            }
            return below - y;
        }
    }

    private static final class Paragraph implements Block {
        private final List<Line> lines = new ArrayList<>();

        @Override
        public double width() {
            return lines.stream().mapToDouble(each -> each.x).max().orElse(0);
        }

        @Override
        public double set(double x, double y, List<Word> words) {
            double below = y;
            for (Line each : lines) {
                for (Piece piece : each.pieces) {
                    String text = Characters.plain(piece.text);
                    if (!text.isEmpty()) {
                        words.add(new Word(
                                text,
                                new PageBox(1, x + piece.x, below, LETTER * piece.text.length(), SIZE),
                                Characters.confidence(text),
                                piece.bold));
                    }
                }
                below += LINE;
            }
            return below - y + PARAGRAPH_GAP;
        }
    }

    private static final class Table implements Block {
        private final List<List<Cell>> rows = new ArrayList<>();

        private List<Double> columns() {
            List<Double> widths = new ArrayList<>();
            for (List<Cell> row : rows) {
                int column = 0;
                for (Cell cell : row) {
                    while (widths.size() < column + cell.span) {
                        widths.add(0.0);
                    }
                    if (cell.span == 1) {
                        widths.set(column, Math.max(widths.get(column), cell.width()));
                    }
                    column += cell.span;
                }
            }
            return widths;
        }

        @Override
        public double width() {
            return columns().stream().mapToDouble(width -> width + COLUMN_GAP).sum();
        }

        @Override
        public double set(double x, double y, List<Word> words) {
            List<Double> widths = columns();
            double below = y;
            for (List<Cell> row : rows) {
                double left = x;
                double height = 0;
                int column = 0;
                for (Cell cell : row) {
                    height = Math.max(height, cell.set(left, below, words));
                    for (int i = 0; i < cell.span; i++) {
                        left += widths.get(column++) + COLUMN_GAP;
                    }
                }
                below += height + PARAGRAPH_GAP;
            }
            return below - y + PARAGRAPH_GAP;
        }
    }

    private record Piece(String text, double x, boolean bold) {}

    private static final class Line {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private double x;
        private double wordAt;
        private boolean wordBold;
        private boolean afterSpace = true;

        void letter(char c, boolean bold) {
            if (word.isEmpty()) {
                wordAt = x;
                wordBold = bold;
            }
            word.append(c);
            x += LETTER;
            afterSpace = false;
        }

        /** A space; several in a row make a gap only where they stand in the text as such. */
        void space(boolean each) {
            end();
            if (each || !afterSpace) {
                x += LETTER;
            }
            afterSpace = true;
        }

        void tab() {
            end();
            x = (Math.floor((x + SIZE) / TAB) + 1) * TAB;
            afterSpace = true;
        }

        void end() {
            if (!word.isEmpty()) {
                pieces.add(new Piece(word.toString(), wordAt, wordBold));
                word.setLength(0);
            }
        }
    }
}
