package uk.casebridge.testkit.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Lays a draft out as a PDF with a text layer. The same draft makes the same bytes. */
public final class PdfPrinter {

    private static final float PAD = 4;

    private final Layout layout;
    private final Typeface face;
    private final PDRectangle size;

    public PdfPrinter(Layout layout) {
        this.layout = layout;
        this.face = layout == Layout.LETTER ? Typeface.serif(11) : Typeface.sans(9.5f);
        this.size = layout == Layout.TWO_COLUMN
                ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                : PDRectangle.A4;
    }

    public byte[] print(Draft draft) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDDocumentInformation about = document.getDocumentInformation();
            about.setCreationDate(GregorianCalendar.from(draft.writtenAt()));
            about.setProducer("Casebridge paper generator");
            document.setDocumentId(draft.writtenAt().toEpochSecond());
            try (Sheet sheet = new Sheet(document, size, face, draft)) {
                title(sheet, draft.title());
                for (Block block : draft.blocks()) {
                    switch (block) {
                        case Block.Pairs pairs -> pairs(sheet, pairs);
                        case Block.Items items -> items(sheet, items);
                        case Block.Prose prose -> prose(sheet, prose.text());
                        case Block.NewPage ignored -> sheet.newPage();
                    }
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot fail", e);
        }
    }

    private void title(Sheet sheet, String title) {
        if (title.isEmpty()) {
            return;
        }
        float points = face.size() + 5;
        float x = layout == Layout.LETTER
                ? sheet.left()
                : (sheet.left() + sheet.right() - Sheet.width(face.bold(), points, title)) / 2;
        sheet.down(points * 1.4f);
        sheet.text(x, sheet.y(), face.bold(), points, title);
        sheet.down(points);
    }

    private void heading(Sheet sheet, Optional<String> heading) {
        sheet.down(face.leading() * 0.6f);
        heading.ifPresent(words -> {
            sheet.need(face.leading() * 4);
            sheet.down(face.leading());
            sheet.text(sheet.left(), sheet.y(), face.bold(), face.size() + 1.5f, words);
            if (layout == Layout.TWO_COLUMN) {
                sheet.rule(sheet.left(), sheet.right(), sheet.y() - 3);
            }
            sheet.down(face.leading() * 0.6f);
        });
    }

    private void prose(Sheet sheet, String text) {
        sheet.down(face.leading() * 0.5f);
        for (String line : Sheet.wrapped(List.of(text), face.plain(), face.size(), sheet.room())) {
            line(sheet, sheet.left(), face.plain(), line);
        }
    }

    private void line(Sheet sheet, float x, PDFont font, String words) {
        sheet.need(face.leading());
        sheet.down(face.leading());
        sheet.text(x, sheet.y(), font, face.size(), words);
    }

    private void pairs(Sheet sheet, Block.Pairs block) {
        heading(sheet, block.heading());
        switch (layout) {
            case TABLE -> block.pairs().forEach(pair -> ruled(sheet, pair));
            case LETTER -> block.pairs().forEach(pair -> sentence(sheet, pair));
            case TWO_COLUMN -> {
                if (block.sideBySide() && block.pairs().size() > 3) {
                    sideBySide(sheet, block.pairs());
                } else {
                    block.pairs().forEach(pair -> column(sheet, pair, sheet.left(), sheet.room(), 130));
                }
            }
        }
    }

    private void items(Sheet sheet, Block.Items block) {
        heading(sheet, block.heading());
        if (layout == Layout.TABLE && block.underHeads()) {
            grid(sheet, block.items());
            return;
        }
        int number = 0;
        for (List<Pair> item : block.items()) {
            number++;
            if (number > 1) {
                sheet.down(face.leading() * 0.7f);
            }
            switch (layout) {
                case TABLE -> item.forEach(pair -> ruled(sheet, pair));
                case TWO_COLUMN -> {
                    line(sheet, sheet.left(), face.bold(), block.name() + " " + number);
                    item.forEach(pair -> column(sheet, pair, sheet.left(), sheet.room(), 130));
                }
                case LETTER -> {
                    sheet.need(face.leading() * 3);
                    sheet.text(sheet.left(), sheet.y() - face.leading(), face.plain(), face.size(), number + ".");
                    item.forEach(pair -> sentence(sheet, pair));
                }
            }
        }
    }

    /** Label, colon, value; what does not fit hangs below the value. */
    private void sentence(Sheet sheet, Pair pair) {
        float x = sheet.left() + 22;
        String label = pair.label() + ":";
        float indent = Sheet.width(face.bold(), face.size(), label + " ") + 2;
        List<String> lines = Sheet.wrapped(pair.lines(), face.plain(), face.size(), sheet.right() - x - indent);
        for (int i = 0; i < lines.size(); i++) {
            sheet.need(face.leading());
            sheet.down(face.leading());
            if (i == 0) {
                sheet.text(x, sheet.y(), face.bold(), face.size(), label);
            }
            sheet.text(x + indent, sheet.y(), face.plain(), face.size(), lines.get(i));
        }
    }

    /** A row of a ruled table; one that does not fit goes on in a row without a label on the next page. */
    private void ruled(Sheet sheet, Pair pair) {
        float labelWidth = sheet.room() * 0.3f;
        List<String> label = Sheet.wrapped(List.of(pair.label()), face.bold(), face.size(), labelWidth - 2 * PAD);
        List<String> value =
                Sheet.wrapped(pair.lines(), face.plain(), face.size(), sheet.room() - labelWidth - 2 * PAD);
        int from = 0;
        sheet.need(height(Math.min(3, Math.max(label.size(), value.size()))));
        while (from < value.size()) {
            int fits = (int) ((sheet.y() - sheet.bottom() - 2 * PAD) / face.leading());
            int to = Math.min(value.size(), from + Math.max(1, fits));
            List<String> shown = from == 0 ? label : List.of();
            float height = height(Math.max(shown.size(), to - from));
            sheet.box(sheet.left(), sheet.y(), labelWidth, height, true);
            sheet.box(sheet.left() + labelWidth, sheet.y(), sheet.room() - labelWidth, height, false);
            cell(sheet, sheet.left(), face.bold(), shown);
            cell(sheet, sheet.left() + labelWidth, face.plain(), value.subList(from, to));
            sheet.down(height);
            from = to;
            if (from < value.size()) {
                sheet.newPage();
            }
        }
    }

    private float height(int lines) {
        return lines * face.leading() + 2 * PAD;
    }

    private void cell(Sheet sheet, float x, PDFont font, List<String> lines) {
        float at = sheet.y() - PAD - face.size();
        for (String words : lines) {
            sheet.text(x + PAD, at, font, face.size(), words);
            at -= face.leading();
        }
    }

    /** A table whose first row holds the labels, and does so again on every page. */
    private void grid(Sheet sheet, List<List<Pair>> items) {
        List<Pair> first = items.getFirst();
        float[] widths = widths(sheet.room(), items);
        List<List<String>> heads = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            heads.add(Sheet.wrapped(List.of(first.get(i).label()), face.bold(), face.size(), widths[i] - 2 * PAD));
        }
        boolean headed = false;
        for (List<Pair> item : items) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < item.size(); i++) {
                cells.add(Sheet.wrapped(item.get(i).lines(), face.plain(), face.size(), widths[i] - 2 * PAD));
            }
            float needed = tallest(cells) + (headed ? 0 : tallest(heads));
            if (sheet.y() - needed < sheet.bottom()) {
                sheet.newPage();
                headed = false;
            }
            if (!headed) {
                row(sheet, widths, heads, face.bold(), true);
                headed = true;
            }
            row(sheet, widths, cells, face.plain(), false);
        }
    }

    private float tallest(List<List<String>> cells) {
        return height(cells.stream().mapToInt(List::size).max().orElse(1));
    }

    private void row(Sheet sheet, float[] widths, List<List<String>> cells, PDFont font, boolean shaded) {
        float height = tallest(cells);
        float x = sheet.left();
        for (int i = 0; i < widths.length; i++) {
            sheet.box(x, sheet.y(), widths[i], height, shaded);
            cell(sheet, x, font, cells.get(i));
            x += widths[i];
        }
        sheet.down(height);
    }

    /** Columns as wide as their longest word, and the rest shared by how much they hold. */
    private float[] widths(float room, List<List<Pair>> items) {
        int columns = items.getFirst().size();
        float[] least = new float[columns];
        float[] wanted = new float[columns];
        for (List<Pair> item : items) {
            for (int i = 0; i < columns; i++) {
                Pair pair = item.get(i);
                for (String word : (pair.label() + " " + pair.text()).split(" ")) {
                    least[i] = Math.max(least[i], Sheet.width(face.bold(), face.size(), word) + 2 * PAD + 2);
                }
                wanted[i] = Math.max(wanted[i], Sheet.width(face.plain(), face.size(), pair.text()));
            }
        }
        float spare = room;
        float all = 0;
        for (int i = 0; i < columns; i++) {
            spare -= least[i];
            wanted[i] = Math.max(1, wanted[i] - least[i]);
            all += wanted[i];
        }
        float[] widths = new float[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = least[i] + Math.max(0, spare) * wanted[i] / all;
        }
        return widths;
    }

    private void sideBySide(Sheet sheet, List<Pair> pairs) {
        float gap = 24;
        float half = (sheet.room() - gap) / 2;
        int middle = (pairs.size() + 1) / 2;
        List<Pair> left = pairs.subList(0, middle);
        List<Pair> right = pairs.subList(middle, pairs.size());
        float height = Math.max(columnHeight(left, half), columnHeight(right, half));
        if (height > sheet.y() - sheet.bottom()) {
            sheet.newPage();
        }
        float top = sheet.y();
        left.forEach(pair -> column(sheet, pair, sheet.left(), half, 120));
        float lowest = sheet.y();
        sheet.to(top);
        right.forEach(pair -> column(sheet, pair, sheet.left() + half + gap, half, 120));
        sheet.to(Math.min(lowest, sheet.y()));
    }

    private float columnHeight(List<Pair> pairs, float width) {
        float height = 0;
        for (Pair pair : pairs) {
            int lines = Math.max(
                    Sheet.wrapped(List.of(pair.label()), face.plain(), face.size(), 116)
                            .size(),
                    Sheet.wrapped(pair.lines(), face.plain(), face.size(), width - 120)
                            .size());
            height += lines * face.leading() + 1;
        }
        return height;
    }

    /** A label with its value to the right, both wrapped in their own width. */
    private void column(Sheet sheet, Pair pair, float x, float width, float labelWidth) {
        List<String> label = Sheet.wrapped(List.of(pair.label()), face.plain(), face.size(), labelWidth - 4);
        List<String> value = Sheet.wrapped(pair.lines(), face.plain(), face.size(), width - labelWidth);
        // No word processor parts a label of two lines over a page.
        sheet.need(label.size() * face.leading());
        for (int i = 0; i < Math.max(label.size(), value.size()); i++) {
            sheet.need(face.leading());
            sheet.down(face.leading());
            if (i < label.size()) {
                sheet.text(x, sheet.y(), face.plain(), face.size(), label.get(i));
            }
            if (i < value.size()) {
                sheet.text(x + labelWidth, sheet.y(), face.plain(), face.size(), value.get(i));
            }
        }
        sheet.down(1);
    }
}
