package uk.casebridge.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.standing.CourtCode;

@DisplayName("Worked examples of identifiers")
class WorkedExamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"01ZD0303208", "01ZD0300208", "28DI5511547", "AS231157673", "01/ZD/03032/08", "01ZD 0303208"})
    void shouldTakeAUrn(String written) {
        assertThat(Urn.check(written).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25GD34377719", "01ZD03", "01ZD03032O8", ""})
    void shouldRefuseWhatIsNotAUrn(String written) {
        assertThat(Urn.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @Test
    void shouldTakeSeparatorsOutOfAUrn() {
        assertThat(Urn.check("01/zd/03032/08").found()).contains(new Urn("01ZD0303208"));
    }

    @ParameterizedTest
    @CsvSource({"00NP0000008,true", "00PP0000008,true", "01000000008,true", "01ZD0303208,false"})
    void shouldKnowADummyUrn(String urn, boolean dummy) {
        assertThat(new Urn(urn).isDummy()).isEqualTo(dummy);
    }

    @Test
    void shouldTellForceAndStationOfAUrn() {
        Urn urn = new Urn("01ZD0303208");
        assertThat(urn.force() + " " + urn.station()).isEqualTo("01 ZD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1101ZD0100000410836V",
                "1101ZD0100000448754K",
                "1101ZD0100000410801G",
                "0836FP0100000377244A",
                "2300000000000942133G",
                "2391NX0000387749258D",
                "2391NX0000524538814D",
                "0800PP0100000000001H"
            })
    void shouldTakeAnAsn(String asn) {
        assertThat(Asn.check(asn)).isEqualTo(new Check.Valid<>(new Asn(asn)));
    }

    @ParameterizedTest
    @CsvSource({
        "1101ZD0100000448754J,K",
        "1101ZD0100000410788Q,T",
        "2391NX0000119233146D,P",
        "2391NX0000198391821D,C",
        "2391NX0000762913267D,V"
    })
    void shouldNameTheLetterThatAnAsnAsksFor(String asn, char expected) {
        assertThat(Asn.check(asn)).isEqualTo(new Check.WrongCheckCharacter<>(new Asn(asn), expected));
    }

    @Test
    void shouldExpandAShortAsn() {
        assertThat(Asn.check("11/01ZD/01/448754K")).isEqualTo(new Check.Valid<>(new Asn("1101ZD0100000448754K")));
    }

    @Test
    void shouldLeaveTheTopLevelLetterOutOfTheCheck() {
        assertThat(Asn.check("11C01ZD0100000448754K").isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEF015511547", "D28GC01122927792", "1101ZD01K", "-"})
    void shouldRefuseWhatIsNotAnAsn(String written) {
        assertThat(Asn.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0800PP0100000000001H",
                "0800NP0100000000001H",
                "2312LN0000000000001A",
                "2300NP0000000000001A",
                "2363000000000000001A",
                "2306SS0100000000001A",
                "2300XX0100000000001A",
                "2350110100000000001A",
                "2350SJ0100000000001A",
                "2350OF0100000000001A",
                "2301NRPR00000000001A"
            })
    void shouldKnowADummyAsn(String asn) {
        assertThat(new Asn(asn).isDummy()).isTrue();
    }

    @Test
    void shouldNotTakeAPoliceAsnForADummy() {
        assertThat(new Asn("1101ZD0100000410836V").isDummy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "81/34U,1981/0000034U",
        "02/73319Z,2002/0073319Z",
        "00/223R,2000/0000223R",
        "79/163001B,1979/0163001B",
        "67/9893091D,1967/9893091D",
        "03/3Y,2003/0000003Y",
        "03/11985X,2003/0011985X",
        "12/52494Q,2012/0052494Q",
        "20120052494Q,2012/0052494Q",
        "1252494q,2012/0052494Q",
        "2012/52494Q,2012/0052494Q"
    })
    void shouldTakeAPncIdAndWriteItInFull(String written, String canonical) {
        assertThat(PncId.check(written)).isEqualTo(new Check.Valid<>(new PncId(canonical)));
    }

    @ParameterizedTest
    @CsvSource({
        "20030011985Z,X",
        "20120052494O,Q",
        "20230583843N,L",
        "2004/0012345U,D",
    })
    void shouldNameTheLetterThatAPncIdAsksFor(String written, char expected) {
        assertThat(PncId.check(written))
                .isInstanceOfSatisfying(
                        Check.WrongCheckCharacter.class,
                        wrong -> assertThat(wrong.expected()).isEqualTo(expected));
    }

    @Test
    void shouldFlagAnotherWrongPncId() {
        assertThat(PncId.check("2001/0171310S")).isInstanceOf(Check.WrongCheckCharacter.class);
    }

    @ParameterizedTest
    @CsvSource({"39/1A,1939", "99/1A,1999", "38/1A,2038", "00/1A,2000"})
    void shouldPutATwoDigitYearIntoItsCentury(String written, String year) {
        assertThat(PncId.check(written).found().orElseThrow().value()).startsWith(year + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"201/0171310S", "2001/01713101S", "2001/", "PNC", "20010171310"})
    void shouldRefuseWhatIsNotAPncId(String written) {
        assertThat(PncId.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @ParameterizedTest
    @CsvSource({"65656/91H,065656/91H", "SF05/482703J,SF05/482703J", "SF83/50058Z,SF83/50058Z"})
    void shouldTakeACroNumber(String written, String canonical) {
        assertThat(CroNumber.check(written)).isEqualTo(new Check.Valid<>(new CroNumber(canonical)));
    }

    @ParameterizedTest
    @CsvSource({"85227/65G,L", "11111/79J,R"})
    void shouldNameTheLetterThatACroNumberAsksFor(String written, char expected) {
        assertThat(CroNumber.check(written))
                .isInstanceOfSatisfying(
                        Check.WrongCheckCharacter.class,
                        wrong -> assertThat(wrong.expected()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CR0006100061", "6565691H", "1234567/91H"})
    void shouldRefuseWhatIsNotACroNumber(String written) {
        assertThat(CroNumber.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TH68001",
                "TH68010",
                "TH68023",
                "CJ88001",
                "PC02021",
                "COML001",
                "TH68013A",
                "RT88046",
                "th 68001"
            })
    void shouldTakeAnOffenceCode(String written) {
        assertThat(OffenceCode.check(written).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TH6800", "T168001", "TH68001AA", "12345678"})
    void shouldRefuseWhatIsNotAnOffenceCode(String written) {
        assertThat(OffenceCode.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @Test
    void shouldFindTheParentOfAVariant() {
        assertThat(new OffenceCode("TH68013A").parent()).isEqualTo(new OffenceCode("TH68013"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"B01LY00", "B01EF00", "B01DU00", "B01BH00", "B10JQ00", "C01CY00", "b52cm04"})
    void shouldTakeACourtCode(String written) {
        assertThat(CourtCode.check(written).isValid()).isTrue();
    }

    @Test
    void shouldLeaveTheRoomOutOfACourtHouse() {
        assertThat(new CourtCode("B52CM04").house()).isEqualTo(new CourtCode("B52CM00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01ZD00", "K01LY00", "B01LY0", "B01LY000"})
    void shouldRefuseWhatIsNotACourtCode(String written) {
        assertThat(CourtCode.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A8513EA", "G5039UH", "a8513ea"})
    void shouldTakeAPrisonNumber(String written) {
        assertThat(PrisonNumber.check(written).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A8513E", "18513EA", "A8513EAA"})
    void shouldRefuseWhatIsNotAPrisonNumber(String written) {
        assertThat(PrisonNumber.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25000004P", "25000007D", "06000427N", "00001235G", "00000001T", "AB25000004P"})
    void shouldTakeAnAccountNumber(String written) {
        assertThat(AccountNumber.check(written).isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"12345678A,H", "99009902C,O"})
    void shouldNameTheLetterThatAnAccountNumberAsksFor(String written, char expected) {
        assertThat(AccountNumber.check(written))
                .isEqualTo(new Check.WrongCheckCharacter<>(new AccountNumber(written), expected));
    }

    @Test
    void shouldTakeALearnerNumber() {
        assertThat(Uln.check("9276308686").isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "9999999999", "0276308686", "927630868"})
    void shouldNotTakeAWrongLearnerNumber(String written) {
        assertThat(Uln.check(written).isValid()).isFalse();
    }

    @Test
    void shouldTakeANationalInsuranceNumber() {
        assertThat(NiNumber.check("SW 12 34 56 C")).isEqualTo(new Check.Valid<>(new NiNumber("SW123456C")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BG123456C", "DA123456C", "SW123456E", "SO123456C"})
    void shouldRefuseANationalInsuranceNumberThatIsNotIssued(String written) {
        assertThat(NiNumber.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MORGA657054SM9IJ", "SMITH802158AB9CD"})
    void shouldTakeADriverNumber(String written) {
        assertThat(DriverNumber.check(written).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MORGA677054SM9IJ", "MORGA657324SM9IJ", "MORGA657054SM9I"})
    void shouldRefuseWhatIsNotADriverNumber(String written) {
        assertThat(DriverNumber.check(written)).isInstanceOf(Check.WrongShape.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T20207226", "T20197284", "S20190092", "S20220422", "T20190272", "T20187164"})
    void shouldTakeACrownCourtCaseNumber(String written) {
        assertThat(CrownCourtCaseNumber.check(written).isValid()).isTrue();
    }

    @Test
    void shouldTakeACourtCaseReference() {
        assertThat(CourtCaseReference.check("97/1626/008395Q").isValid()).isTrue();
    }

    @Test
    void shouldTakeALibraCaseNumber() {
        assertThat(LibraCaseNumber.check("1777732980").isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"sw113tq,SW11 3TQ", "BS1 1AA,BS1 1AA", "DN7 6BW,DN7 6BW", "EC1A1BB,EC1A 1BB", "W1A 0AX,W1A 0AX"})
    void shouldTakeAPostcode(String written, String canonical) {
        assertThat(Postcode.check(written)).isEqualTo(new Check.Valid<>(new Postcode(canonical)));
    }
}
