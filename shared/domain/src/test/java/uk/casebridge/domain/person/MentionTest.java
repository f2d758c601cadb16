package uk.casebridge.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.KindCatalogue;

class MentionTest {

    @Test
    void shouldFindTheDefendantOfARegister() {
        Fields fields = Fields.of(
                Field.stated("defendant.name", "Zebedee Quillfeather"),
                Field.stated("defendant.dateOfBirth", "1987-04-19"),
                Field.stated("defendant.address", "1 Long Acre\nDA6 7AB"),
                Field.stated("defendant.aliases", "Zeb Quill; Ernest Bloggs"),
                Field.stated("defendant.asn", "1101ZD0100000410836V"),
                Field.stated("defendant.parentOrGuardian.name", "Ada Quillfeather"),
                Field.stated("prosecutor", "CPS"),
                Field.stated("cases[1].urn", "01WX9876543"));

        List<Mention> mentions = Mention.in(KindCatalogue.get("prison-court-register"), fields);

        assertThat(mentions).singleElement().satisfies(mention -> {
            assertThat(mention.path()).isEqualTo("defendant");
            assertThat(mention.names())
                    .extracting(PersonName::written)
                    .containsExactly("Zebedee Quillfeather", "Zeb Quill", "Ernest Bloggs");
            assertThat(mention.dateOfBirth()).contains(LocalDate.of(1987, 4, 19));
            assertThat(mention.numbers()).containsExactly(new PersonNumber(NumberType.ASN, "1101ZD0100000410836V"));
            assertThat(mention.cases()).containsExactly("01WX9876543");
        });
    }

    @Test
    void shouldFindEveryDefendantOfACase() {
        Fields fields = Fields.of(
                Field.stated("case.urn", "01WX9876543"),
                Field.stated("defendants[1].name", "Ada Quill"),
                Field.stated("defendants[1].pncId", "2012/0052494Q"),
                Field.stated("defendants[2].name", "Zebedee Quill"),
                Field.stated("defendants[2].pncId", "2012/0052494A"));

        List<Mention> mentions = Mention.in(KindCatalogue.get("sending-notice"), fields);

        assertThat(mentions).extracting(Mention::path).containsExactly("defendants[1]", "defendants[2]");
        assertThat(mentions.get(0).numbers()).containsExactly(new PersonNumber(NumberType.PNC, "2012/0052494Q"));
        assertThat(mentions.get(1).numbers()).isEmpty();
        assertThat(mentions.get(1).doubtful()).containsExactly(NumberType.PNC);
    }

    @Test
    void shouldCountNoMadeUpNumbers() {
        Fields fields = Fields.of(
                Field.stated("defendant.name", "Ada Quill"),
                Field.stated("defendant.asn", "0800NP0100000000001H"),
                Field.stated("cases[1].urn", "00PP9876543"));

        assertThat(Mention.in(KindCatalogue.get("prison-court-register"), fields))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.numbers()).isEmpty();
                    assertThat(mention.cases()).isEmpty();
                    assertThat(mention.keys()).isEmpty();
                });
    }

    @Test
    void shouldTellWhichKindsAreAboutPeople() {
        assertThat(KindCatalogue.all().stream().filter(Mention::isAboutPeople))
                .extracting(kind -> kind.id())
                .contains(
                        "prison-court-register",
                        "sending-notice",
                        "remand-warrant",
                        "custodial-warrant",
                        "education-certificate");
    }

    @Test
    void shouldShareAKeyWithItselfWhateverSlipIsMade() {
        List<BlockingKey> right =
                mention("Zebedee Quillfeather", "1987-04-03").known().keys();

        assertThat(mention("Zebedee Quilfeather", "1987-04-03").keys()).containsAnyElementsOf(right);
        assertThat(mention("Sebedee Quillfeather", "1987-04-03").keys()).containsAnyElementsOf(right);
        assertThat(mention("Quillfeather Zebedee", "1987-04-03").keys()).containsAnyElementsOf(right);
        assertThat(mention("Zebedee Quillfeather", "1987-03-04").keys()).containsAnyElementsOf(right);
        assertThat(mention("Tomasz Nowak", "1987-03-04").keys()).doesNotContainAnyElementsOf(right);
    }

    @Test
    void shouldCallAPlaceByItsWords() {
        assertThat(Mention.called("defendant")).isEqualTo("the defendant");
        assertThat(Mention.called("defendants[2]")).isEqualTo("defendant 2");
        assertThat(Mention.called("cases[1].defendants[12]")).isEqualTo("defendant 12");
    }

    @Test
    void shouldLoseNothingAndKeepNothingTwiceWhenMoreIsLearnt() {
        Known one = mention("Zebedee Quillfeather", "1987-04-03").known();
        Known more = mention("QUILLFEATHER, Zebedee", "1987-03-04").known();

        assertThat(one.and(more).names()).hasSize(1);
        assertThat(one.and(more).datesOfBirth()).containsExactly(LocalDate.of(1987, 4, 3), LocalDate.of(1987, 3, 4));
        assertThat(one.and(one)).isEqualTo(one);
    }

    private static Mention mention(String name, String born) {
        return Mention.in(
                        KindCatalogue.get("prison-court-register"),
                        Fields.of(Field.stated("defendant.name", name), Field.stated("defendant.dateOfBirth", born)))
                .getFirst();
    }
}
