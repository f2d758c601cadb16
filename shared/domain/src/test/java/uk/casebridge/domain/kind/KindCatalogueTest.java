package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PathPattern;
import uk.casebridge.domain.recipient.Recipient;

class KindCatalogueTest {

    @Test
    void shouldHoldEveryKindOfThePackage() throws Exception {
        assertThat(KindCatalogue.all()).containsExactlyInAnyOrderElementsOf(kindsOfThePackage());
    }

    @Test
    void shouldGiveEveryKindAnIdOfItsOwn() {
        assertThat(KindCatalogue.all())
                .extracting(Kind::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keyShouldBeMadeOfFields(Kind kind) {
        assertThat(kind.key())
                .allSatisfy(path ->
                        assertThat(kind.fields()).extracting(FieldSpec::path).contains(path));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keyShouldBeMadeOfRequiredFieldsSoThatNoTwoRecordsShareAnEmptyOne(Kind kind) {
        assertThat(kind.fields().stream().filter(spec -> kind.key().contains(spec.path())))
                .allMatch(FieldSpec::required);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fieldsShouldHavePathsOfTheirOwn(Kind kind) {
        assertThat(kind.fields()).extracting(FieldSpec::path).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyEntitlementShouldNameFieldsOfTheKind(Kind kind) {
        for (Entitlement entitlement : kind.entitlements()) {
            for (PathPattern allowed : entitlement.allowed()) {
                assertThat(kind.fields())
                        .as("%s of %s", allowed, entitlement.recipient())
                        .anyMatch(spec -> allowed.fits(sample(spec)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyRecipientShouldBeEntitledOnceOnly(Kind kind) {
        assertThat(kind.entitlements()).extracting(Entitlement::recipient).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindShouldGoToSomeone(Kind kind) {
        assertThat(kind.entitlements()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void careersShouldGetNothingOfOffencesMarkersOrHealth(Kind kind) {
        List<String> forbidden = List.of(
                "offence",
                "plea",
                "verdict",
                "sentence",
                "conviction",
                "warning",
                "marker",
                "risk",
                "health",
                "medical",
                "remand",
                "bail",
                "custody",
                "asn",
                "pnc",
                "cro",
                "restriction");
        kind.entitlementOf(Recipient.CAREERS)
                .ifPresent(careers -> assertThat(kind.fields().stream()
                                .map(KindCatalogueTest::sample)
                                .filter(path -> careers.allows(uk.casebridge.domain.field.Field.stated(path, "x"))))
                        .isNotEmpty()
                        .allSatisfy(path -> assertThat(forbidden)
                                .as(path)
                                .noneMatch(word -> Stream.of(path.split("\\."))
                                        .anyMatch(part ->
                                                part.toLowerCase(Locale.ROOT).startsWith(word)))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void cluesShouldBeAbleToRecogniseIt(Kind kind) {
        assertThat(kind.clues().stream()
                        .mapToDouble(Clue::weight)
                        .filter(weight -> weight > 0)
                        .sum())
                .isGreaterThanOrEqualTo(Kind.RECOGNISED);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindShouldSayWhereItIsLaidDownAndHowLongItIsKept(Kind kind) {
        assertThat(kind.source()).isNotBlank();
        assertThat(kind.retention().toTotalMonths()).isPositive();
    }

    @Test
    void entitlementShouldPassOnlyWhatItNames() {
        Fields fields = Fields.of(
                uk.casebridge.domain.field.Field.stated("learner.name", "Ann"),
                uk.casebridge.domain.field.Field.stated("careersArea", "London"),
                uk.casebridge.domain.field.Field.stated("offences[1].code", "TH68023"));
        Entitlement prison = KindCatalogue.get("education-certificate")
                .entitlementOf(Recipient.PRISON)
                .orElseThrow();
        assertThat(prison.of(fields).all())
                .extracting(uk.casebridge.domain.field.Field::path)
                .containsExactly("learner.name");
    }

    @Test
    void noticeShouldBeUrgentOnlyWhereSomeoneIsInCustody() {
        Kind notice = KindCatalogue.get("sending-notice");
        assertThat(notice.urgency().apply(bail("Conditional bail"))).isEqualTo(Urgency.ORDINARY);
        assertThat(notice.urgency().apply(bail("Remanded in custody"))).isEqualTo(Urgency.CUSTODY);
    }

    @Test
    void shouldNotKnowAKindThatIsNotThere() {
        assertThat(KindCatalogue.withId("shopping-list")).isEmpty();
    }

    static Stream<Kind> kinds() {
        return KindCatalogue.all().stream();
    }

    private static Fields bail(String status) {
        return Fields.of(uk.casebridge.domain.field.Field.stated("defendants[1].bailStatus", status));
    }

    private static String sample(FieldSpec spec) {
        return spec.path().replace("[*]", "[1]");
    }

    private static List<Kind> kindsOfThePackage() throws IOException, URISyntaxException, ReflectiveOperationException {
        Path classes = Path.of(Objects.requireNonNull(KindCatalogue.class.getResource("KindCatalogue.class"))
                        .toURI())
                .resolveSibling(".");
        List<Kind> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                Class<?> type = Class.forName(Kind.class.getPackageName() + "."
                        + file.getFileName().toString().replace(".class", ""));
                for (Field field : type.getDeclaredFields()) {
                    if (field.getName().equals("KIND")) {
                        field.setAccessible(true);
                        kinds.add((Kind) field.get(null));
                    }
                }
            }
        }
        return kinds;
    }
}
