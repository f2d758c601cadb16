package uk.casebridge.testkit.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import uk.casebridge.testkit.draft.Draft;

/** Pages that are written from top to bottom; a new one begins, with its head and foot, when one is full. */
final class Sheet implements AutoCloseable {

    static final float MARGIN = 48;

    private final PDDocument document;
    private final PDRectangle size;
    private final Typeface face;
    private final Draft draft;
    private PDPageContentStream ink;
    private float y;
    private int pages;

    Sheet(PDDocument document, PDRectangle size, Typeface face, Draft draft) throws IOException {
        this.document = document;
        this.size = size;
        this.face = face;
        this.draft = draft;
        this.ink = begin();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        pages++;
        ink = new PDPageContentStream(document, page);
        float head = size.getHeight() - MARGIN + 8;
        float line = head;
        for (int i = 0; i < draft.letterhead().size(); i++) {
            text(
                    MARGIN,
                    line,
                    i == 0 ? face.bold() : face.plain(),
                    face.size(),
                    draft.letterhead().get(i));
            line -= face.leading();
        }
        float corner = head;
        for (String words : draft.corner()) {
            text(right() - width(face.plain(), face.size(), words), corner, face.plain(), face.size(), words);
            corner -= face.leading();
        }
        String foot = "Page " + pages;
        text(right() - width(face.plain(), 8, foot), MARGIN - 20, face.plain(), 8, foot);
        text(MARGIN, MARGIN - 20, face.plain(), 8, draft.footer());
        y = Math.min(line, corner) - face.leading() / 2;
        return ink;
    }

    void newPage() {
        try {
            ink.close();
            ink = begin();
        } catch (IOException e) {
            throw new UncheckedIOException("A page in memory cannot fail", e);
        }
    }

    /** Begins a new page unless so much height is left. */
    void need(float height) {
        if (y - height < bottom()) {
            newPage();
        }
    }

    void down(float height) {
        y -= height;
    }

    float y() {
        return y;
    }

    void to(float height) {
        y = height;
    }

    float bottom() {
        return MARGIN;
    }

    float left() {
        return MARGIN;
    }

    float right() {
        return size.getWidth() - MARGIN;
    }

    float room() {
        return right() - left();
    }

    int page() {
        return pages;
    }

    void text(float x, float baseline, PDFont font, float points, String words) {
        if (words.isEmpty()) {
            return;
        }
        try {
            ink.beginText();
            ink.setFont(font, points);
            ink.newLineAtOffset(x, baseline);
            ink.showText(words);
            ink.endText();
        } catch (IOException e) {
            throw new UncheckedIOException("A page in memory cannot fail", e);
        }
    }

    void box(float x, float top, float width, float height, boolean shaded) {
        try {
            if (shaded) {
                ink.setNonStrokingColor(0.92f);
                ink.addRect(x, top - height, width, height);
                ink.fill();
                ink.setNonStrokingColor(0f);
            }
            ink.setLineWidth(0.6f);
            ink.addRect(x, top - height, width, height);
            ink.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException("A page in memory cannot fail", e);
        }
    }

    void rule(float from, float to, float at) {
        try {
            ink.setLineWidth(0.8f);
            ink.moveTo(from, at);
            ink.lineTo(to, at);
            ink.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException("A page in memory cannot fail", e);
        }
    }

    static float width(PDFont font, float points, String words) {
        try {
            return font.getStringWidth(words) * points / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException("A standard font cannot fail", e);
        }
    }

    /** Breaks lines that are too long for a width between words; a word that is too long for it stands out. */
    static List<String> wrapped(List<String> lines, PDFont font, float points, float width) {
        List<String> wrapped = new ArrayList<>();
        float space = width(font, points, " ");
        for (String line : lines) {
            StringBuilder current = new StringBuilder();
            float taken = 0;
            for (String word : line.split(" ")) {
                float wide = width(font, points, word);
                if (!current.isEmpty() && taken + space + wide > width) {
                    wrapped.add(current.toString());
                    current.setLength(0);
                    taken = 0;
                }
                taken += current.isEmpty() ? wide : space + wide;
                current.append(current.isEmpty() ? "" : " ").append(word);
            }
            wrapped.add(current.toString());
        }
        return wrapped;
    }

    @Override
    public void close() throws IOException {
        ink.close();
    }
}
