package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void shouldMakeEachColumnAsWideAsItsWidestCell() {
        TextTable table =
                new TextTable("Paper", "Kind").row("notice.pdf", "Sending").row("a.pdf", "-");

        assertThat(table.toString().lines())
                .containsExactly("Paper       Kind", "----------  -------", "notice.pdf  Sending", "a.pdf       -");
    }

    @Test
    void shouldRefuseARowOfAnotherWidth() {
        TextTable table = new TextTable("Paper", "Kind");

        assertThatThrownBy(() -> table.row("only one")).isInstanceOf(IllegalArgumentException.class);
    }
}
