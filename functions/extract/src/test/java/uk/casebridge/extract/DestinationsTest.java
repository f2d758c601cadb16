package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;

class DestinationsTest {

    private static final CourtCode BEXLEY = new CourtCode("B01BH00");
    private static final CourtCode BRISTOL = new CourtCode("B52CM00");

    private final StandingData standingData = new BuiltInStandingData();
    private final Entitlement prison = KindCatalogue.get("prison-court-register")
            .entitlementOf(Recipient.PRISON)
            .orElseThrow();

    @Test
    void shouldSendToTheUsualPrisonOfTheCourtThatSatWhoeverSentThePaper() {
        Optional<Place> usual = standingData.defaultPlace(Recipient.PRISON, BRISTOL);
        assertThat(usual).isPresent().isNotEqualTo(standingData.defaultPlace(Recipient.PRISON, BEXLEY));

        assertThat(place(Fields.of(Field.stated("court.code", BRISTOL.value()))))
                .isEqualTo(usual);
    }

    @Test
    void shouldSendToTheUsualPrisonOfTheSenderWhereThePaperNamesNoCourt() {
        assertThat(place(Fields.none())).isEqualTo(standingData.defaultPlace(Recipient.PRISON, BEXLEY));
    }

    private Optional<Place> place(Fields fields) {
        return new Destinations(standingData).of(prison, fields, BEXLEY);
    }
}
