package uk.casebridge.reading.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.reading.Ocr;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.reading.words.Formats;
import uk.casebridge.reading.words.PaperWords;
import uk.casebridge.reading.words.PdfPaper;

/** Takes the parts of a bundle out of it, each as a file. */
public final class Parts {

    private Parts() {}

    /**
     * Writes each part that is a paper into a folder, named by its number.
     *
     * @throws PaperFailedException if the bundle is damaged or its parts are larger than allowed
     */
    public static void write(byte[] bytes, Bundle bundle, Path folder, Allowance allowance) throws IOException {
        switch (bundle.sort()) {
            case MAIL -> {
                String name =
                        "mail." + (Formats.isOutlook(Formats.detect(bytes, "").mediaType()) ? "msg" : "eml");
                PaperWords mail = Formats.read(bytes, Formats.detect(bytes, name), allowance, Ocr.none())
                        .papers()
                        .getFirst();
                write(bundle, folder, allowance, part -> Mails.part(bytes, mail, part, allowance));
            }
            case ENVELOPE -> {
                Map<String, byte[]> files = Envelopes.files(bytes, allowance);
                write(bundle, folder, allowance, part -> packed(files, part));
            }
            case PILE -> {
                try (PDDocument pile = PdfPaper.open(bytes, allowance)) {
                    PdfPages.settle(pile);
                    write(bundle, folder, allowance, part -> PdfPages.of(pile, pages(part), allowance));
                }
            }
        }
    }

    private static void write(Bundle bundle, Path folder, Allowance allowance, Taking taking) throws IOException {
        long total = 0;
        for (Bundle.Part part : bundle.parts()) {
            if (part.use() != Bundle.Use.PAPER) {
                continue;
            }
            byte[] taken = taking.bytes(part);
            total += taken.length;
            if (total > allowance.limits().unpackedBytes()) {
                throw new PaperFailedException(FailureCode.TOO_EXPANSIVE, "its parts are over " + total + " bytes");
            }
            Files.write(folder.resolve(Integer.toString(part.number())), taken);
            allowance.checkTime();
        }
    }

    private static byte[] packed(Map<String, byte[]> files, Bundle.Part part) {
        byte[] file = part.where() instanceof Bundle.Entry(String name) ? files.get(name) : null;
        if (file == null) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "part " + part.number() + " is not there");
        }
        return file;
    }

    private static Bundle.Pages pages(Bundle.Part part) {
        if (part.where() instanceof Bundle.Pages pages) {
            return pages;
        }
        throw new IllegalArgumentException("Part " + part.number() + " of a pile is no pages");
    }

    /** How the bytes of one part are had. */
    private interface Taking {
        byte[] bytes(Bundle.Part part) throws IOException;
    }
}
