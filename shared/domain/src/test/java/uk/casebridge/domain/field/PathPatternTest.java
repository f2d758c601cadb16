package uk.casebridge.domain.field;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "defendant.name, defendant.name, true",
        "defendant.name, defendant.names, false",
        "defendant.name, defendantXname, false",
        "offences[*].code, offences[12].code, true",
        "offences[*].code, offences[x].code, false",
        "offences[*].code, offences.code, false",
        "offences[*].code, offences[1].codes, false",
        "offences[*].*, offences[1].results[2].text, true",
        "defendant.*, defendant.address, true",
        "defendant.*, defendant, true",
        "defendant.*, defendant.parentOrGuardian.name, true",
        "defendant.*, defendants[1].name, false",
        "defendants[*].offences[*].code, defendants[2].offences[3].code, true",
        "court.*, courtroom.name, false"
    })
    void shouldFitOnlyWhatItNames(String pattern, String path, boolean fits) {
        assertThat(PathPattern.of(pattern).fits(path)).isEqualTo(fits);
    }

    @Property
    void shouldTakeEverythingElseLiterally(@ForAll String path) {
        if (!path.endsWith(".*") && !path.contains("[*]") && !path.contains("\\E")) {
            assertThat(PathPattern.of(path).fits(path)).isTrue();
            assertThat(PathPattern.of(path).fits(path + "x")).isFalse();
        }
    }
}
