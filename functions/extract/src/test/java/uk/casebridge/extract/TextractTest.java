package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.textract.TextractClient;
import software.amazon.awssdk.services.textract.model.Block;
import software.amazon.awssdk.services.textract.model.BlockType;
import software.amazon.awssdk.services.textract.model.DetectDocumentTextRequest;
import software.amazon.awssdk.services.textract.model.DetectDocumentTextResponse;
import software.amazon.awssdk.services.textract.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.textract.model.RelationshipType;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.reading.words.Word;

class TextractTest {

    private final Answering service = new Answering();
    private final Textract textract = new Textract(() -> service);

    @Test
    void shouldPlaceWordsInPointsAtTheHeightOfTheirLine() {
        service.blocks = List.of(
                block("l1", BlockType.LINE, "a Name", 0.1f, 0.2f, 0.4f, 0.02f, "w1", "w2"),
                block("w1", BlockType.WORD, "a", 0.1f, 0.21f, 0.02f, 0.01f),
                block("w2", BlockType.WORD, "Name\u2019s", 0.2f, 0.2f, 0.3f, 0.02f));

        List<Word> words = textract.words(page(827, 1169), 3, 100);

        assertThat(words).extracting(Word::text).containsExactly("a", "Name's");
        Word first = words.getFirst();
        assertThat(first.box().page()).isEqualTo(3);
        assertThat(first.box().x()).isCloseTo(59.5, within(0.2));
        assertThat(first.box().y()).isCloseTo(168.3, within(0.2));
        assertThat(first.box().height()).isCloseTo(16.8, within(0.2));
        assertThat(first.confidence()).isCloseTo(0.93, within(0.001));
    }

    @Test
    void shouldSendOnePictureThatFitsTheService() {
        textract.words(page(827, 1169), 1, 100);

        assertThat(service.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked.document().bytes().asByteArray())
                        .startsWith(0x89, 'P', 'N', 'G')
                        .hasSizeLessThan(10 * 1024 * 1024));
    }

    @Test
    void shouldCallTheServicesFailureOursSoThatThePaperIsTriedAgain() {
        service.away = true;

        assertThatThrownBy(() -> textract.words(page(100, 100), 1, 100))
                .isInstanceOfSatisfying(
                        PaperFailedException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.UNEXPECTED));
    }

    private static Block block(
            String id, BlockType type, String text, float left, float top, float width, float height, String... words) {
        return Block.builder()
                .id(id)
                .blockType(type)
                .text(text)
                .confidence(93f)
                .geometry(geometry -> geometry.boundingBox(
                        box -> box.left(left).top(top).width(width).height(height)))
                .relationships(relationship ->
                        relationship.type(RelationshipType.CHILD).ids(words))
                .build();
    }

    private static BufferedImage page(int width, int height) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return page;
    }

    /** The service, with an answer made up. */
    private static final class Answering implements TextractClient {

        private final List<DetectDocumentTextRequest> asked = new ArrayList<>();
        private List<Block> blocks = List.of();
        private boolean away;

        @Override
        public DetectDocumentTextResponse detectDocumentText(DetectDocumentTextRequest request) {
            if (away) {
                throw ProvisionedThroughputExceededException.builder()
                        .message("busy")
                        .build();
            }
            asked.add(request);
            return DetectDocumentTextResponse.builder().blocks(blocks).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
