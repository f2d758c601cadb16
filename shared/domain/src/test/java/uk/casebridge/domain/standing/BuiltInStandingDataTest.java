package uk.casebridge.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;

class BuiltInStandingDataTest {

    private final StandingData lists = new BuiltInStandingData();

    @ParameterizedTest
    @CsvSource({
        "Bexley Magistrates' Court,B01BH00",
        "BEXLEY MAGISTRATES’ COURT,B01BH00",
        "bexley magistrates court,B01BH00",
        "Bristol Magistrates' Court,B52CM00",
        "City of London Magistrates' Court,B01DU00",
        "Lavender Hill Magistrates' Court,B01LY00",
        "Croydon,B01EF00",
        "Croydon Crown Court,C01CY00",
        "The Crown Court at Croydon,C01CY00",
        "Crown Court sitting at Woolwich,C01WL00",
        "Central Criminal Court,C01CE00",
        "Old Bailey,C01CE00",
        "St. Alban's Crown Court,C41ST00",
        "King’s Lynn Magistrates' Court,B36HN00"
    })
    void shouldFindACourtByItsNameAsPrinted(String name, String code) {
        assertThat(lists.courtNamed(name)).contains(new CourtCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nowhere Magistrates' Court",
                "Magistrates' Court",
                "",
                "Newport Magistrates' Court",
                "Bexley Crown Court"
            })
    void shouldNotGuessACourt(String name) {
        assertThat(lists.courtNamed(name)).isEmpty();
    }

    @Test
    void shouldNameTheCourtHouseOfARoom() {
        assertThat(lists.courtName(new CourtCode("B52CM04"))).contains("Bristol Magistrates' Court");
    }

    @ParameterizedTest
    @CsvSource({
        "HMP Leeds,LEI",
        "leeds,LEI",
        "H.M.P. & Y.O.I. Leeds,''",
        "HMP/YOI Parc,PRI",
        "HMP & YOI Parc,PRI",
        "HM Prison Wormwood Scrubs,WSI",
        "HMYOI Wetherby,WYI",
        "HMP Ashfield,ASI",
        "HMP Nowhere,''"
    })
    void shouldFindAPrisonByItsName(String name, String code) {
        assertThat(lists.placeNamed(Recipient.PRISON, name).map(Place::code).orElse(""))
                .isEqualTo(code);
    }

    @Test
    void shouldKnowThatAPrisonIsClosed() {
        assertThat(lists.place(Recipient.PRISON, "HYI")).contains(new Place("HYI", "HMP Holloway", false));
    }

    @Test
    void shouldFindACrownCourtByABareName() {
        assertThat(lists.placeNamed(Recipient.CROWN_COURT, "Croydon").map(Place::code))
                .contains("C01CY00");
    }

    @Test
    void shouldFindACareersArea() {
        assertThat(lists.placeNamed(Recipient.CAREERS, "Yorkshire & the Humber").map(Place::code))
                .contains("NCS-YH");
    }

    @ParameterizedTest
    @CsvSource({
        "B01BH00,TSI,NCS-LN,C01WL00",
        "B52CM00,BLI,NCS-SW,C52BT00",
        "B01DU00,PVI,NCS-LN,C01IL00",
        "B01LY00,WWI,NCS-LN,C01KT00",
        "B13HT03,LEI,NCS-YH,C13LE00"
    })
    void shouldKnowWhereACourtsPapersUsuallyGo(String court, String prison, String careers, String crown) {
        assertThat(List.of(Recipient.PRISON, Recipient.CAREERS, Recipient.CROWN_COURT))
                .map(recipient -> lists.defaultPlace(recipient, new CourtCode(court))
                        .map(Place::code)
                        .orElse("none"))
                .containsExactly(prison, careers, crown);
    }

    @ParameterizedTest
    @EnumSource(Recipient.class)
    void shouldKnowAPlaceOfEveryRecipientForACourtInLondon(Recipient recipient) {
        assertThat(lists.defaultPlace(recipient, new CourtCode("B01BH00")))
                .hasValueSatisfying(place -> assertThat(lists.placeNamed(recipient, place.name()))
                        .as("found by its name too")
                        .contains(place));
    }

    @ParameterizedTest
    @CsvSource({
        "enforcement,Devon & Cornwall enforcement office,ENF-50",
        "probation,Kent Surrey and Sussex,PS-KS",
        "police,Dyfed-Powys,63",
        "police,Metropolitan Police,01"
    })
    void shouldFindAnOfficeByItsName(String recipient, String name, String code) {
        assertThat(lists.placeNamed(Recipient.withId(recipient).orElseThrow(), name)
                        .map(Place::code))
                .contains(code);
    }

    @Test
    void shouldTellTheForceOfTheCityFromThatOfLondon() {
        assertThat(lists.defaultPlace(Recipient.POLICE, new CourtCode("B01DU00"))
                        .map(Place::name))
                .contains("City of London Police");
    }

    @Test
    void shouldHaveNoDefaultWhereNoneIsSettled() {
        assertThat(lists.defaultPlace(Recipient.CAREERS, new CourtCode("B60WU00")))
                .as("the National Careers Service covers England only")
                .isEqualTo(Optional.empty());
    }

    @Test
    void shouldHoldTheCommonerOffences() {
        assertThat(lists.offenceTitle("TH68023")).contains("Robbery");
        assertThat(lists.offenceTitle("ZZ99999")).isEmpty();
    }

    @Test
    void shouldSendNothingToAClosedPlaceByDefault() {
        assertThat(CsvLines.of("default-places.csv"))
                .allSatisfy(row -> assertThat(
                                lists.place(Recipient.withId(row.get(1)).orElseThrow(), row.get(2)))
                        .as(row.toString())
                        .hasValueSatisfying(place -> assertThat(place.open()).isTrue()));
    }

    @Test
    void shouldReadQuotedCells() {
        assertThat(CsvLines.rows("head\n# remark\na,\"b, \"\"c\"\"\",d\n"))
                .containsExactly(List.of("a", "b, \"c\"", "d"));
    }
}
