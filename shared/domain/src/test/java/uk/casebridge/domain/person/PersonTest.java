package uk.casebridge.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final MentionId FIRST = new MentionId("m-" + "1".repeat(32));
    private static final MentionId SECOND = new MentionId("m-" + "2".repeat(32));

    private final Person ada = Person.first(FIRST, known("Ada Quill"), NOW);
    private final Person zeb = Person.first(SECOND, known("Zebedee Nowak"), NOW);

    @Test
    void shouldKnowWhatEveryMentionSaid() {
        Person learned = ada.learning(SECOND, known("Ada Nowak"), NOW);

        assertThat(learned.known().names()).extracting(PersonName::written).containsExactly("Ada Quill", "Ada Nowak");
        assertThat(learned.revision()).isEqualTo(2);
        assertThat(learned.id()).isEqualTo(PersonId.madeBy(FIRST));
    }

    @Test
    void shouldForgetWhatWasSaidOfSomebodyElse() {
        Person wrong = ada.learning(SECOND, known("Zebedee Nowak"), NOW);

        assertThat(wrong.forgetting(SECOND, NOW).said()).isEqualTo(ada.said());
    }

    @Test
    void shouldAddToWhatAMentionSaidWhenItSaysMore() {
        Person more = ada.learning(FIRST, known("Ada Quill-Nowak"), NOW);

        assertThat(more.said()).hasSize(1);
        assertThat(more.known().names()).hasSize(2);
    }

    @Test
    void shouldLoseNothingWhenTwoBecomeOneAndArePartedAgain() {
        Person kept = ada.takingIn(zeb.id(), NOW);
        Person part = zeb.asPartOf(ada.id(), NOW);

        assertThat(kept.with(List.of(part)).known().names())
                .extracting(PersonName::written)
                .containsExactly("Ada Quill", "Zebedee Nowak");
        assertThat(kept.partedFrom(zeb.id(), NOW))
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(ada);
        assertThat(part.alone(NOW))
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(zeb);
    }

    private static Known known(String name) {
        return new Known(
                List.of(PersonName.of(name)), List.of(LocalDate.of(1987, 4, 19)), List.of(), List.of(), List.of());
    }
}
