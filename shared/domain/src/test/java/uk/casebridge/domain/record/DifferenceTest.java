package uk.casebridge.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;

class DifferenceTest {

    @Test
    void shouldNameWhatWasChangedRemovedAndAdded() {
        Fields before = Fields.of(
                Field.stated("sentence.total", "7 months"), Field.stated("a", "same"), Field.stated("gone", "x"));
        Fields after = Fields.of(
                Field.stated("a", "same"),
                Field.stated("reason", "flagrant"),
                Field.stated("sentence.total", "8 months"));
        assertThat(Difference.between(before, after))
                .containsExactly(
                        new Change("sentence.total", Optional.of("7 months"), Optional.of("8 months")),
                        new Change("gone", Optional.of("x"), Optional.empty()),
                        new Change("reason", Optional.empty(), Optional.of("flagrant")));
    }

    @Property
    void changesAppliedToTheOldShouldGiveTheNew(
            @ForAll @Size(max = 6)
                    Map<@AlphaChars @NotEmpty @StringLength(max = 2) String, @AlphaChars @StringLength(max = 2) String>
                            before,
            @ForAll @Size(max = 6)
                    Map<@AlphaChars @NotEmpty @StringLength(max = 2) String, @AlphaChars @StringLength(max = 2) String>
                            after) {
        Map<String, String> applied = new HashMap<>(before);
        for (Change change : Difference.between(fields(before), fields(after))) {
            change.after()
                    .ifPresentOrElse(value -> applied.put(change.path(), value), () -> applied.remove(change.path()));
        }
        assertThat(applied).isEqualTo(after);
    }

    @Test
    void shouldNotCallTheSameAChange() {
        assertThatThrownBy(() -> new Change("a", Optional.of("x"), Optional.of("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Fields fields(Map<String, String> values) {
        return Fields.of(values.entrySet().stream()
                .map(entry -> Field.stated(entry.getKey(), entry.getValue()))
                .toList());
    }
}
