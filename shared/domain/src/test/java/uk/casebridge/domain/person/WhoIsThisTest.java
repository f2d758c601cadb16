package uk.casebridge.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhoIsThisTest {

    private static final String BORN = "1987-04-19";
    private static final String HOME = "12 Furnace Lane\nBexleyheath\nDA6 7AB";
    private static final String ELSEWHERE = "3 Market Place\nLeeds\nLS1 4XX";
    private static final PersonNumber PNC = new PersonNumber(NumberType.PNC, "2012/0052494Q");
    private static final PersonNumber OTHER_PNC = new PersonNumber(NumberType.PNC, "1997/0001234Z");
    private static final PersonNumber CRO = new PersonNumber(NumberType.CRO, "065656/91H");
    private static final PersonNumber ASN = new PersonNumber(NumberType.ASN, "2501UP0000000000001K");

    @Test
    void shouldLinkByANumberWhenNameAndDateAgree() {
        Person known = person(1, "Zebedee Quillfeather", BORN, ELSEWHERE, PNC);

        assertSame(mention("QUILLFEATHER, Zebedee", BORN, HOME, PNC), known);
    }

    @Test
    void shouldLinkByANumberThroughSlipsOfThePenAndAMarriage() {
        Person known = person(1, "Angharad Pugh", BORN, ELSEWHERE, PNC);

        assertSame(mention("Anghard Pugh", BORN, HOME, PNC), known);
        assertSame(mention("Angharad Pugh", "1987-04-18", HOME, PNC), known);
        assertSame(mention("Angharad Llewellyn", BORN, HOME, PNC), known);
    }

    @Test
    void shouldAskWhenANumberIsOfAnotherByNameAndDate() {
        Person known = person(1, "Zebedee Quillfeather", BORN, HOME, PNC);

        assertAsks(mention("Tomasz Nowak", "1990-01-02", ELSEWHERE, PNC), Doubt.NUMBER_OF_ANOTHER, known);
        assertAsks(mention("Zebedee Quillfeather", "1955-11-30", HOME, PNC), Doubt.NUMBER_OF_ANOTHER, known);
    }

    @Test
    void shouldAskWhenATwinHasTheOthersNumber() {
        Person twin = person(1, "Aaron Quillfeather", BORN, HOME, PNC);

        assertAsks(mention("Zebedee Quillfeather", BORN, HOME, PNC), Doubt.NUMBER_OF_ANOTHER, twin);
    }

    @Test
    void shouldTakeATwinForSomebodyElse() {
        Person twin = person(1, "Aaron Quillfeather", BORN, HOME, PNC);

        assertThat(WhoIsThis.decide(mention("Zebedee Quillfeather", BORN, HOME), List.of(twin)))
                .isEqualTo(new Decision.Unknown());
    }

    @Test
    void shouldAskWhenATwinHasAlmostTheSameName() {
        Person twin = person(1, "Hassan Quillfeather", BORN, HOME, PNC);

        assertAsks(mention("Hassen Quillfeather", BORN, HOME), Doubt.NONE_CLEAR, twin);
    }

    @Test
    void shouldLinkByARareNameAndDateOfBirth() {
        Person known = person(1, "Zebedee Quillfeather", BORN, ELSEWHERE);

        assertSame(mention("Zebedee Quillfeather", BORN, HOME), known);
    }

    @Test
    void shouldAskWhenTheNameIsCommonAndTheAddressAnother() {
        Person known = person(1, "John Smith", BORN, ELSEWHERE);

        assertAsks(mention("John Smith", BORN, HOME), Doubt.NONE_CLEAR, known);
        assertSame(mention("John Smith", BORN, ELSEWHERE), known);
    }

    @Test
    void shouldAskWhenTwoOfOneNameAndDateFit() {
        Person one = person(1, "John Smith", BORN, HOME);
        Person other = person(2, "John Smith", BORN, HOME);

        assertAsks(mention("John Smith", BORN, HOME), Doubt.SEVERAL, one, other);
    }

    @Test
    void shouldTellTwoOfOneNameApartByNumber() {
        Person one = person(1, "John Smith", BORN, HOME, PNC);
        Person other = person(2, "John Smith", BORN, ELSEWHERE, OTHER_PNC);

        assertSame(mention("John Smith", BORN, ELSEWHERE, OTHER_PNC), other);
        assertSame(mention("John Smith", BORN, HOME, PNC), one);
    }

    @Test
    void shouldAskWhenTheNumbersAreOfTwoPeople() {
        Person one = person(1, "John Smith", BORN, HOME, PNC);
        Person other = person(2, "John Smith", BORN, HOME, CRO);

        assertAsks(mention("John Smith", BORN, HOME, PNC, CRO), Doubt.NUMBERS_OF_TWO, one, other);
    }

    @Test
    void shouldAskWhenSomeoneOfTheNameHasAnotherNumber() {
        Person known = person(1, "Zebedee Quillfeather", BORN, HOME, PNC);

        assertAsks(mention("Zebedee Quillfeather", BORN, HOME, OTHER_PNC), Doubt.OTHER_NUMBER, known);
    }

    @Test
    void shouldLinkAPersonOfSeveralNumbersByEither() {
        Person known = person(1, "Zebedee Quillfeather", BORN, HOME, PNC, OTHER_PNC);

        assertSame(mention("Zebedee Quillfeather", BORN, ELSEWHERE, OTHER_PNC), known);
        assertSame(mention("Zebedee Quillfeather", BORN, ELSEWHERE, PNC), known);
    }

    @Test
    void shouldFindADateTurnedRoundLikelyButNotClear() {
        Person known = person(1, "Zebedee Quillfeather", "1987-04-03", HOME);

        assertAsks(mention("Zebedee Quillfeather", "1987-03-04", HOME), Doubt.NONE_CLEAR, known);
    }

    @Test
    void shouldLinkByAnAliasAndByNamesChangedAbout() {
        Person known = person(1, "Zebedee Quillfeather", BORN, HOME, PNC);
        Mention alias = new Mention(
                "defendant",
                List.of(PersonName.of("Ernest Bloggs"), PersonName.of("Zebedee Quillfeather")),
                Optional.of(LocalDate.parse(BORN)),
                Optional.empty(),
                List.of(PNC),
                List.of(),
                List.of());

        assertSame(alias, known);
        assertSame(mention("Quillfeather Zebedee", BORN, HOME), known);
    }

    @Test
    void shouldNotLinkByAnArrestNumberAlone() {
        Person known = person(1, "Zebedee Quillfeather", BORN, HOME, ASN);

        assertThat(WhoIsThis.decide(mention("Tomasz Nowak", "1990-01-02", ELSEWHERE, ASN), List.of(known)))
                .isEqualTo(new Decision.Unknown());
    }

    @Test
    void shouldGiveNewYearsDayLessWeight() {
        Person known = person(1, "Tariq Rahimi", "1990-01-01", ELSEWHERE);

        assertAsks(mention("Tariq Rahimi", "1990-01-01", HOME), Doubt.NONE_CLEAR, known);
    }

    @Test
    void shouldSayWhenThereIsTooLittleToTellAnyoneBy() {
        Mention bare = new Mention(
                "defendant",
                List.of(PersonName.of("John Smith")),
                Optional.empty(),
                Optional.of(HOME),
                List.of(),
                List.of(),
                List.of());

        assertThat(WhoIsThis.decide(bare, List.of())).isEqualTo(new Decision.TooLittle());
    }

    @Test
    void shouldExplainEveryLineInWordsWithoutAValue() {
        Person known = person(1, "Zebedee Quillfeather", BORN, HOME, PNC);

        Comparison comparison = Weighing.compare(mention("Zebedee Quillfeather", BORN, HOME, PNC), known);

        assertThat(comparison.lines())
                .extracting(Weighed::aspect)
                .containsExactly(
                        Aspect.FAMILY_NAME, Aspect.GIVEN_NAME, Aspect.DATE_OF_BIRTH, Aspect.ADDRESS, Aspect.PNC);
        assertThat(comparison.lines()).allSatisfy(line -> {
            assertThat(line.words()).endsWith(".");
            assertThat(line.words()).doesNotContainIgnoringCase("quill").doesNotContain("1987", "0052494", "DA6");
            assertThat(line.bits()).isPositive();
        });
    }

    @Test
    void shouldShowTheLikeliestFirstAndNoMoreThanItSays() {
        Person[] namesakes = IntStream.rangeClosed(1, 9)
                .mapToObj(number -> person(number, "John Smith", BORN, number == 7 ? HOME : ELSEWHERE))
                .toArray(Person[]::new);

        Decision decision = WhoIsThis.decide(mention("John Smith", BORN, HOME, OTHER_PNC), List.of(namesakes));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Same.class,
                        same -> assertThat(same.match().person()).isEqualTo(namesakes[6].id()));
        Decision asked = WhoIsThis.decide(mention("John Smith", BORN, ELSEWHERE), List.of(namesakes));
        assertThat(asked)
                .isInstanceOfSatisfying(
                        Decision.Ask.class, ask -> assertThat(ask.candidates()).hasSize(WhoIsThis.SHOWN));
    }

    private static void assertSame(Mention mention, Person... known) {
        assertThat(WhoIsThis.decide(mention, List.of(known)))
                .isInstanceOfSatisfying(
                        Decision.Same.class,
                        same -> assertThat(same.match().person()).isEqualTo(known[0].id()));
    }

    private static void assertSame(Mention mention, Person known) {
        assertSame(mention, new Person[] {known});
    }

    private static void assertAsks(Mention mention, Doubt doubt, Person... known) {
        assertThat(WhoIsThis.decide(mention, List.of(known))).isInstanceOfSatisfying(Decision.Ask.class, ask -> {
            assertThat(ask.doubt()).isEqualTo(doubt);
            assertThat(ask.candidates())
                    .extracting(Comparison::person)
                    .containsExactlyInAnyOrder(Stream.of(known).map(Person::id).toArray(PersonId[]::new));
        });
    }

    private static Mention mention(String name, String born, String address, PersonNumber... numbers) {
        return new Mention(
                "defendant",
                List.of(PersonName.of(name)),
                Optional.of(LocalDate.parse(born)),
                Optional.of(address),
                Arrays.asList(numbers),
                List.of(),
                List.of());
    }

    private static Person person(int number, String name, String born, String address, PersonNumber... numbers) {
        return Person.first(
                new MentionId("m-%032x".formatted(number)),
                mention(name, born, address, numbers).known(),
                Instant.EPOCH);
    }
}
