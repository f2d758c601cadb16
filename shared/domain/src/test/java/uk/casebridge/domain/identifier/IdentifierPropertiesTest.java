package uk.casebridge.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.UpperChars;

class IdentifierPropertiesTest {

    @Property
    void validAsnShouldSurviveBeingWrittenShort(@ForAll("asns") String asn) {
        String middle = asn.substring(8, 19).replaceFirst("^0{1,10}", "");
        String written = asn.substring(0, 2) + "/" + asn.substring(2, 6) + "/" + asn.substring(6, 8) + "/" + middle
                + asn.charAt(19);
        assertThat(Asn.check(written)).isEqualTo(new Check.Valid<>(new Asn(asn)));
    }

    @Property
    void anotherLetterOfAnAsnShouldBeDetected(@ForAll("asns") String asn, @ForAll @UpperChars char letter) {
        boolean same = letter == asn.charAt(19);
        assertThat(Asn.check(asn.substring(0, 19) + letter).isValid()).isEqualTo(same);
    }

    @Property
    void anotherDigitOfAnAsnShouldBeDetected(
            @ForAll("asns") String asn,
            @ForAll @IntRange(min = 8, max = 18) int at,
            @ForAll @IntRange(max = 9) int digit) {
        boolean same = asn.charAt(at) - '0' == digit;
        assertThat(Asn.check(asn.substring(0, at) + digit + asn.substring(at + 1))
                        .isValid())
                .isEqualTo(same);
    }

    @Property
    void validPncIdShouldSurviveBeingWrittenShort(@ForAll("pncIds") PncId id) {
        String year = id.value().substring(2, 4);
        String serial = id.value().substring(5, 12).replaceFirst("^0{1,6}", "");
        char letter = id.value().charAt(12);
        assertThat(PncId.check(year + serial + letter)).isEqualTo(new Check.Valid<>(id));
        assertThat(PncId.check(" " + year + "/" + serial + " " + letter)).isEqualTo(new Check.Valid<>(id));
    }

    @Property
    void anotherLetterOfAPncIdShouldBeDetected(@ForAll("pncIds") PncId id, @ForAll @UpperChars char letter) {
        boolean same = letter == id.value().charAt(12);
        assertThat(PncId.check(id.value().substring(0, 12) + letter).isValid()).isEqualTo(same);
    }

    @Property
    void validCroNumberShouldSurviveWithoutNoughts(
            @ForAll @IntRange(max = 999_999) int serial, @ForAll @IntRange(max = 99) int year) {
        String digits = Written.padded(Integer.toString(serial), 6);
        String yy = Written.padded(Integer.toString(year), 2);
        char letter = CheckLetters.of(yy + digits);
        assertThat(CroNumber.check(serial + "/" + yy + letter))
                .isEqualTo(new Check.Valid<>(new CroNumber(digits + "/" + yy + letter)));
    }

    @Property
    void anotherLetterOfAFileBasedCroNumberShouldBeDetected(
            @ForAll @IntRange(max = 999_999) int serial,
            @ForAll @IntRange(max = 99) int year,
            @ForAll @UpperChars char letter) {
        String yy = Written.padded(Integer.toString(year), 2);
        char right = CheckLetters.of(yy + serial);
        assertThat(CroNumber.check("SF" + yy + "/" + serial + letter).isValid()).isEqualTo(letter == right);
    }

    @Property
    void anotherDigitOfALearnerNumberShouldBeDetected(
            @ForAll @IntRange(max = 9) int at, @ForAll @IntRange(max = 9) int digit) {
        String valid = "9276308686";
        boolean same = valid.charAt(at) - '0' == digit;
        assertThat(Uln.check(valid.substring(0, at) + digit + valid.substring(at + 1))
                        .isValid())
                .isEqualTo(same);
    }

    @Property
    void anotherLetterOfAnAccountNumberShouldBeDetected(
            @ForAll @IntRange(max = 99_999_999) int digits, @ForAll @UpperChars char letter) {
        String number = Written.padded(Integer.toString(digits), 8);
        char expected = AccountNumber.check(number + letter) instanceof Check.WrongCheckCharacter<AccountNumber> wrong
                ? wrong.expected()
                : letter;
        assertThat(AccountNumber.check(number + expected).isValid()).isTrue();
        assertThat(expected).isBetween('A', 'W');
    }

    @Property
    void urnShouldSurviveSeparators(@ForAll("urns") String urn) {
        String written =
                urn.substring(0, 2) + "/" + urn.substring(2, 4) + " " + urn.substring(4, 9) + "/" + urn.substring(9);
        assertThat(Urn.check(written.toLowerCase(java.util.Locale.ROOT))).isEqualTo(new Check.Valid<>(new Urn(urn)));
    }

    @Property
    void canonicalFormShouldReadAsItself(
            @ForAll("urns") String urn, @ForAll("asns") String asn, @ForAll("pncIds") PncId pnc) {
        assertThat(Urn.check(new Urn(urn).toString()).found()).contains(new Urn(urn));
        assertThat(Asn.check(new Asn(asn).toString()).found()).contains(new Asn(asn));
        assertThat(PncId.check(pnc.toString()).found()).contains(pnc);
    }

    @Property
    void noTextShouldBreakAnyCheck(@ForAll @AlphaChars String letters, @ForAll String text) {
        for (String written : new String[] {letters, text}) {
            assertThat(Urn.check(written)).isNotNull();
            assertThat(Asn.check(written)).isNotNull();
            assertThat(PncId.check(written)).isNotNull();
            assertThat(CroNumber.check(written)).isNotNull();
            assertThat(OffenceCode.check(written)).isNotNull();
            assertThat(Uln.check(written)).isNotNull();
            assertThat(AccountNumber.check(written)).isNotNull();
            assertThat(Postcode.check(written)).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> asns() {
        return Combinators.combine(
                        digits(2),
                        Arbitraries.of("01", "13", "52", "91"),
                        Arbitraries.of("ZD", "FP", "NX", "00"),
                        Arbitraries.of("01", "00", "R1"),
                        digits(11))
                .as((year, force, unit, system, serial) -> {
                    String body = year + force + unit + system + serial;
                    return body + new Asn(body + "A").expectedCheckLetter();
                });
    }

    @Provide
    Arbitrary<PncId> pncIds() {
        return Combinators.combine(Arbitraries.integers().between(1939, 2038), digits(7))
                .as((year, serial) ->
                        new PncId(year + "/" + serial + new PncId(year + "/" + serial + "A").expectedCheckLetter()));
    }

    @Provide
    Arbitrary<String> urns() {
        return Combinators.combine(digits(2), Arbitraries.of("ZD", "DI", "A1", "00"), digits(7))
                .as((force, station, rest) -> force + station + rest);
    }

    private static Arbitrary<String> digits(int count) {
        return Arbitraries.strings().numeric().ofLength(count);
    }
}
