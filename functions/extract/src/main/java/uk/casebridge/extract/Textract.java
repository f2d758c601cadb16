package uk.casebridge.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.textract.TextractClient;
import software.amazon.awssdk.services.textract.model.Block;
import software.amazon.awssdk.services.textract.model.BlockType;
import software.amazon.awssdk.services.textract.model.BoundingBox;
import software.amazon.awssdk.services.textract.model.RelationshipType;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.reading.Ocr;
import uk.casebridge.reading.words.StraightPicture;
import uk.casebridge.reading.words.Word;

/**
 * Recognises text with Amazon Textract, one call a page, where the runtime has no program for it. Source of its limits:
 * Textract developer guide, "Set Quotas": 10 MB and 10,000 pixels a side for a call that answers at once.
 */
final class Textract implements Ocr {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /** A word that it read, from 0 to 100. */
    private static final double SURE = 100;

    private final Supplier<TextractClient> client;

    /** @param client made when the first scan comes */
    Textract(Supplier<TextractClient> client) {
        this.client = client;
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public List<Word> words(BufferedImage picture, int page, double dpi) {
        BufferedImage straight = StraightPicture.of(picture, dpi);
        byte[] bytes = encoded(straight);
        List<Block> blocks;
        try {
            blocks = client.get()
                    .detectDocumentText(
                            detect -> detect.document(document -> document.bytes(SdkBytes.fromByteArrayUnsafe(bytes))))
                    .blocks();
        } catch (SdkException e) {
            throw new PaperFailedException(
                    FailureCode.UNEXPECTED, "Textract: " + e.getClass().getSimpleName(), e);
        }
        return words(blocks, page, straight.getWidth() * 72 / dpi, straight.getHeight() * 72 / dpi);
    }

    /**
     * Words from Textract's blocks, whose boxes are shares of the page. A word gets the height of its line, so that words
     * without capitals stand level with the rest.
     */
    static List<Word> words(List<Block> blocks, int page, double width, double height) {
        Map<String, BoundingBox> lines = new HashMap<>();
        for (Block block : blocks) {
            if (block.blockType() == BlockType.LINE) {
                block.relationships().stream()
                        .filter(relationship -> relationship.type() == RelationshipType.CHILD)
                        .flatMap(relationship -> relationship.ids().stream())
                        .forEach(word -> lines.put(word, block.geometry().boundingBox()));
            }
        }
        List<Word> words = new ArrayList<>();
        for (Block block : blocks) {
            if (block.blockType() == BlockType.WORD) {
                BoundingBox own = block.geometry().boundingBox();
                BoundingBox line = lines.getOrDefault(block.id(), own);
                words.add(new Word(
                        block.text().strip().replace('\u2019', '\''),
                        new PageBox(
                                page,
                                own.left() * width,
                                line.top() * height,
                                own.width() * width,
                                line.height() * height),
                        Math.clamp(block.confidence() / SURE, 0, 1),
                        false));
            }
        }
        return words;
    }

    private static byte[] encoded(BufferedImage picture) {
        byte[] exact = encoded(picture, "png");
        // A page that is too rich for PNG is most often a photograph, which JPEG is made for.
        return exact.length <= MOST_BYTES ? exact : encoded(picture, "jpg");
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(picture, format, out)) {
                throw new IOException("This Java has no writer of " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new PaperFailedException(FailureCode.UNEXPECTED, "the picture of a page could not be encoded", e);
        }
    }
}
