package uk.casebridge.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "John Smith|JOHN|SMITH",
                "Zebedee QUILLFEATHER|ZEBEDEE|QUILLFEATHER",
                "SMITH John Paul|JOHN PAUL|SMITH",
                "SMITH, John Paul|JOHN PAUL|SMITH",
                "Mary-Anne Van der Berg|MARYANNE|VANDERBERG",
                "José De la Cruz|JOSE|DELACRUZ",
                "Gethin Ap Gwilym|GETHIN|APGWILYM",
                "Ó Briain, Aoife|AOIFE|OBRIAIN",
                "Chloe D’Souza|CHLOE|DSOUZA",
                "Liam O'Brien|LIAM|OBRIEN",
                "Renée Featherstonehaugh-Cholmondeley|RENEE|FEATHERSTONEHAUGHCHOLMONDELEY",
                "JOHN SMITH|JOHN|SMITH",
                "Łukasz Nowak|LUKASZ|NOWAK",
                "J Smith|J|SMITH",
                "Van Morrison|VAN|MORRISON"
            })
    void shouldTakeANameApart(String written, String given, String family) {
        PersonName name = PersonName.of(written);

        assertThat(String.join(" ", name.given())).isEqualTo(given);
        assertThat(name.family()).isEqualTo(family);
        assertThat(name.written()).isEqualTo(written);
    }

    @Test
    void shouldTakeASingleWordForAFamilyName() {
        assertThat(PersonName.of("Sukarno"))
                .extracting(PersonName::given, PersonName::family)
                .containsExactly(java.util.List.of(), "SUKARNO");
    }

    @Test
    void shouldKnowANameHoweverItIsWritten() {
        assertThat(PersonName.of("Siân Ó Briain").sameAs(PersonName.of("O'BRIAIN, Sian")))
                .isTrue();
    }

    @Test
    void shouldNotGiveAwayTheNameInAMessage() {
        assertThat(PersonName.of("Zebedee Quillfeather").toString()).doesNotContainIgnoringCase("quill");
    }

    @Property(tries = 300)
    void shouldTakeAnythingForAName(@ForAll String written) {
        PersonName name = PersonName.of(written);

        assertThat(name.family()).matches("[A-Z0-9]*");
        assertThat(name.sameAs(PersonName.of(written))).isTrue();
        assertThat(name.turnedRound().initial()).hasSizeLessThanOrEqualTo(1);
    }
}
