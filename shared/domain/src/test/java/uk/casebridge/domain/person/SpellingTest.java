package uk.casebridge.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "ROBERT,R163",
        "RUPERT,R163",
        "RUBIN,R150",
        "ASHCRAFT,A261",
        "ASHCROFT,A261",
        "TYMCZAK,T522",
        "PFISTER,P236",
        "HONEYMAN,H555",
        "LEE,L000",
        "GUTIERREZ,G362",
        "JACKSON,J250",
        "WASHINGTON,W252"
    })
    void shouldGiveThePublishedCodes(String name, String code) {
        assertThat(Soundex.of(name)).isEqualTo(code);
    }

    @Test
    void shouldGiveNoCodeForANameWithoutLetters() {
        assertThat(Soundex.of("")).isEmpty();
        assertThat(Soundex.of("7")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MARTHA,MARHTA,0.961", "DWAYNE,DUANE,0.840", "DIXON,DICKSONX,0.813", "ABC,XYZ,0", "SMITH,SMITH,1"})
    void shouldGiveThePublishedLikenesses(String one, String other, double likeness) {
        assertThat(JaroWinkler.similarity(one, other)).isCloseTo(likeness, within(0.001));
    }

    @Property(tries = 200)
    void shouldFindLikenessTheSameBothWaysAndWithinBounds(
            @ForAll @CharRange(from = 'A', to = 'E') String one,
            @ForAll @CharRange(from = 'A', to = 'E') String other) {
        double likeness = JaroWinkler.similarity(one, other);

        assertThat(likeness).isBetween(0.0, 1.0).isCloseTo(JaroWinkler.similarity(other, one), within(0.08));
        assertThat(likeness == 1).isEqualTo(one.equals(other));
    }
}
