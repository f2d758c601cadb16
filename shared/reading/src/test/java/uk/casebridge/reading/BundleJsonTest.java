package uk.casebridge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.events.Schemas;

class BundleJsonTest {

    private static final Instant SCANNED = Instant.parse("2026-11-20T09:30:00Z");

    @Test
    void shouldComeBackAsItWasWrittenAndKeepToTheSchema() {
        Bundle mail = Bundle.of(
                Bundle.Sort.MAIL,
                List.of(
                        part(1, new Bundle.Body(), Bundle.Use.COVER_NOTE),
                        part(2, new Bundle.Attachment(1), Bundle.Use.PICTURE)));
        Bundle pile = Bundle.of(
                Bundle.Sort.PILE,
                List.of(
                        part(1, new Bundle.Pages(1, 3), Bundle.Use.PAPER),
                        part(2, new Bundle.Pages(4, 4), Bundle.Use.BLANK)));
        Bundle envelope = new Bundle(
                Bundle.Sort.ENVELOPE,
                List.of(part(1, new Bundle.Entry("9001.pdf"), Bundle.Use.PAPER)),
                Optional.of(new Bundle.Envelope(
                        "7.zip", Optional.of("6.zip"), List.of("9001"), Bundle.Signature.UNVERIFIED)));

        for (Bundle bundle : List.of(mail, pile, envelope)) {
            assertReturns(Reading.of("application/pdf", 4, bundle));
        }
        assertReturns(new Reading(
                "application/pdf",
                4,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(pile),
                Optional.of(new Failure(FailureCode.PILE_IN_DOUBT, "page 4"))));
    }

    private static void assertReturns(Reading reading) {
        String json = ReadingJson.toJson("paper", Sha256.of(new byte[0]), reading);

        assertThat(ReadingJson.fromJson(json)).isEqualTo(reading);
        assertThat(Schemas.load().faultsOfReading("[" + json + "]")).isEmpty();
    }

    private static Bundle.Part part(int number, Bundle.Where where, Bundle.Use use) {
        return new Bundle.Part(number, "part.pdf", "application/pdf", where, use, Optional.of(SCANNED));
    }
}
