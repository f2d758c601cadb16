package uk.casebridge.domain.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CodeTableTest {

    @Property(tries = 200)
    void shouldFindEveryCodeItWasMadeOfAndNoOther(
            @ForAll @Size(max = 40) Set<@AlphaChars @NumericChars @StringLength(max = 4) String> codes,
            @ForAll @AlphaChars @NumericChars @StringLength(max = 4) String other) {
        CodeTable table = CodeTable.read(CodeTable.of(codes.stream()
                        .map(code -> List.of(code, "Title of " + code, ""))
                        .toList())
                .bytes());

        assertThat(table.size()).isEqualTo(codes.size());
        for (String code : codes) {
            assertThat(table.row(code)).contains(List.of(code, "Title of " + code, ""));
        }
        assertThat(table.row(other).isPresent()).isEqualTo(codes.contains(other));
        assertThat(table.rows().stream().map(List::getFirst).collect(Collectors.toSet()))
                .isEqualTo(codes);
    }

    @Test
    void shouldKeepAccentsAndEmptyCells() {
        CodeTable table = CodeTable.of(List.of(List.of("B62DC", "Llys yr Ynadon Môn", "", "")));

        assertThat(table.row("B62DC")).contains(List.of("B62DC", "Llys yr Ynadon Môn", "", ""));
    }

    @Test
    void shouldTellACodeFromOneThatBeginsLikeIt() {
        CodeTable table = CodeTable.of(List.of(List.of("TH68013A", "Attempt"), List.of("TH68013", "Theft")));

        assertThat(table.row("TH68013")).contains(List.of("TH68013", "Theft"));
        assertThat(table.row("TH6801")).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNotATable() {
        byte[] good = CodeTable.of(List.of(List.of("A", "first"), List.of("B", "second")))
                .bytes();

        assertThatThrownBy(() -> CodeTable.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CodeTable.read(new byte[64])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CodeTable.read(Arrays.copyOf(good, good.length - 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseACellThatHoldsTheSeparator() {
        assertThatThrownBy(() -> CodeTable.of(List.of(List.of("A", "two" + CodeTable.BETWEEN_CELLS + "cells"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
