package uk.casebridge.testkit.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Lays a draft out as a Word document (ECMA-376): real tables and paragraphs. The same draft makes the same bytes. */
public final class DocxPrinter {

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            </Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/>\
            <Relationship Id="rId2" \
            Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
            Target="docProps/core.xml"/></Relationships>""";
    private static final String CORE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created></cp:coreProperties>""";

    private final Layout layout;

    public DocxPrinter(Layout layout) {
        this.layout = layout;
    }

    public byte[] print(Draft draft) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < draft.letterhead().size(); i++) {
            body.append(paragraph(run(draft.letterhead().get(i), i == 0)));
        }
        draft.corner().stream()
                .filter(words -> !words.isEmpty())
                .forEach(words ->
                        body.append("<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>" + run(words, false) + "</w:p>"));
        if (!draft.title().isEmpty()) {
            body.append("<w:p><w:r><w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr>" + words(draft.title()) + "</w:r></w:p>");
        }
        for (Block block : draft.blocks()) {
            body.append(
                    switch (block) {
                        case Block.Pairs pairs -> heading(pairs.heading()) + pairs(pairs.pairs(), pairs.sideBySide());
                        case Block.Items items -> heading(items.heading()) + items(items);
                        case Block.Prose prose -> paragraph(run(prose.text(), false));
                        case Block.NewPage ignored -> "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
                    });
        }
        body.append(paragraph(run(draft.footer(), false)));
        String page = layout == Layout.TWO_COLUMN
                ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                + "<w:sectPr>" + page + "</w:sectPr></w:body></w:document>";
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", RELATIONS);
            put(zip, "docProps/core.xml", CORE.formatted(draft.writtenAt().toInstant()));
            put(zip, "word/document.xml", document);
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot fail", e);
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String pairs(List<Pair> pairs, boolean sideBySide) {
        if (layout == Layout.LETTER) {
            StringBuilder lines = new StringBuilder();
            pairs.forEach(pair -> lines.append(sentence(pair, "")));
            return lines.toString();
        }
        if (layout == Layout.TABLE || !sideBySide) {
            return table(pairs.stream()
                    .map(pair -> List.of(cell(List.of(pair.label()), true), cell(pair.lines(), false)))
                    .toList());
        }
        int middle = (pairs.size() + 1) / 2;
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < middle; i++) {
            Pair left = pairs.get(i);
            List<String> row = new ArrayList<>(List.of(cell(List.of(left.label()), true), cell(left.lines(), false)));
            Optional<Pair> right = middle + i < pairs.size() ? Optional.of(pairs.get(middle + i)) : Optional.empty();
            row.add(cell(right.map(pair -> List.of(pair.label())).orElse(List.of()), true));
            row.add(cell(right.map(Pair::lines).orElse(List.of()), false));
            rows.add(row);
        }
        return table(rows);
    }

    private String items(Block.Items items) {
        if (layout == Layout.TABLE && items.underHeads()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(items.items().getFirst().stream()
                    .map(pair -> cell(List.of(pair.label()), true))
                    .toList());
            items.items()
                    .forEach(item -> rows.add(
                            item.stream().map(pair -> cell(pair.lines(), false)).toList()));
            return table(rows);
        }
        StringBuilder all = new StringBuilder();
        int number = 0;
        for (List<Pair> item : items.items()) {
            number++;
            if (layout == Layout.LETTER) {
                all.append(sentence(item.getFirst(), number + ". "));
                item.stream().skip(1).forEach(pair -> all.append(sentence(pair, "")));
            } else {
                all.append(
                        layout == Layout.TWO_COLUMN
                                ? paragraph(run(items.name() + " " + number, true))
                                : paragraph(""));
                all.append(pairs(item, false));
            }
        }
        return all.toString();
    }

    private String sentence(Pair pair, String before) {
        return paragraph(run(before, false) + run(pair.label() + ": ", true) + run(pair.lines(), false));
    }

    private String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
        if (layout == Layout.TABLE) {
            table.append("<w:tblBorders>");
            for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
                table.append("<w:")
                        .append(side)
                        .append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
            }
            table.append("</w:tblBorders>");
        }
        table.append("</w:tblPr><w:tblGrid>")
                .append("<w:gridCol/>".repeat(rows.getFirst().size()))
                .append("</w:tblGrid>");
        for (List<String> row : rows) {
            table.append("<w:tr>").append(String.join("", row)).append("</w:tr>");
        }
        return table.append("</w:tbl>").append(paragraph("")).toString();
    }

    private static String cell(List<String> lines, boolean bold) {
        return "<w:tc><w:p>" + run(lines, bold) + "</w:p></w:tc>";
    }

    private String heading(Optional<String> heading) {
        return heading.map(words -> paragraph(run(words, true))).orElse("");
    }

    private static String paragraph(String runs) {
        return "<w:p>" + runs + "</w:p>";
    }

    private static String run(String words, boolean bold) {
        return run(List.of(words), bold);
    }

    private static String run(List<String> lines, boolean bold) {
        StringBuilder run = new StringBuilder("<w:r>").append(bold ? "<w:rPr><w:b/></w:rPr>" : "");
        for (int i = 0; i < lines.size(); i++) {
            run.append(i == 0 ? "" : "<w:br/>").append(words(lines.get(i)));
        }
        return run.append("</w:r>").toString();
    }

    private static String words(String text) {
        return "<w:t xml:space=\"preserve\">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</w:t>";
    }
}
