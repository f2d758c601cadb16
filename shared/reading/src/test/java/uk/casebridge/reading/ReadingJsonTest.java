package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.events.Schemas;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.PaperGenerator;

/** The JSON of a reading: what goes in comes out, and the published schema holds. */
final class ReadingJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Sha256 HASH = Sha256.of(new byte[] {1, 2, 3});

    @Test
    void shouldComeBackAsItWentIn() {
        Reading reading = paperWithAFinding();
        Reading back = ReadingJson.fromJson(ReadingJson.toJson("paper.pdf", HASH, reading));
        assertThat(back).usingRecursiveComparison().ignoringFields("records").isEqualTo(reading);
        assertThat(back.records()).hasSameSizeAs(reading.records());
        Reading.ReadRecord before = reading.records().getFirst();
        Reading.ReadRecord after = back.records().getFirst();
        assertThat(after.findings()).isNotEmpty().isEqualTo(before.findings());
        assertThat(after.urgency()).isEqualTo(before.urgency());
        assertThat(after.restrictions()).isEqualTo(before.restrictions());
        assertThat(after.sourceTime()).isEqualTo(before.sourceTime());
        assertThat(after.fields().all()).hasSameSizeAs(before.fields().all());
        for (Field field : before.fields().all()) {
            Field same = after.fields().at(field.path()).orElseThrow();
            assertThat(same.value()).isEqualTo(field.value());
            assertThat(same.raw()).isEqualTo(field.raw());
            assertThat(same.confidence()).isCloseTo(field.confidence(), org.assertj.core.data.Offset.offset(0.0001));
            assertThat(same.place().map(PageBox::page)).isEqualTo(field.place().map(PageBox::page));
        }
    }

    @Test
    void shouldBeTheSameTextOnceItHasBeenRounded() {
        String json = ReadingJson.toJson("paper.pdf", HASH, paperWithAFinding());
        assertThat(ReadingJson.toJson("paper.pdf", HASH, ReadingJson.fromJson(json)))
                .isEqualTo(json);
    }

    @Test
    void shouldBeValidByThePublishedSchema() {
        String read = ReadingJson.toJson("paper.pdf", HASH, paperWithAFinding());
        String failed = ReadingJson.toJson(
                "paper.pdf",
                HASH,
                Reading.failed("application/pdf", new Failure(FailureCode.ENCRYPTED, "PDF with a password")));
        assertThat(Schemas.load().faultsOfReading("[" + read + "," + failed + "]"))
                .isEmpty();
    }

    @Test
    void shouldCarryAFailure() {
        Reading failed = Reading.failed("application/pdf", new Failure(FailureCode.EMPTY, "nothing in it"));
        assertThat(ReadingJson.fromJson(ReadingJson.toJson("paper.pdf", HASH, failed)))
                .isEqualTo(failed);
    }

    @Test
    void shouldRefuseOtherJson() {
        assertThatThrownBy(() -> ReadingJson.fromJson("{\"file\":\"paper.pdf\"}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReadingJson.fromJson("no JSON")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Reading paperWithAFinding() {
        GeneratedPaper paper =
                new PaperGenerator(3).withMistake("remand-warrant", Mistake.WRONG_ASN_LETTER, Layout.TABLE, Medium.PDF);
        return new Reader(new BuiltInStandingData(), Limits.standard(), Clock.fixed(NOW, ZoneOffset.UTC))
                .read(paper.bytes(), paper.fileName(), NOW);
    }
}
