package uk.casebridge.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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
            @ForAll("records") Map<String, String> before, @ForAll("records") Map<String, String> after) {
        Map<String, String> applied = new HashMap<>(before);
        for (Change change : Difference.between(fields(before), fields(after))) {
            String path = change.movedFrom().orElse(change.path());
            // A member that came is another one than the one that stood, or still stands, at its place.
            String place = change.member().isPresent() && !change.isRemoval() ? atANewPlace(change, path) : path;
            assertThat(applied.get(place)).isEqualTo(change.before().orElse(null));
            change.after().ifPresentOrElse(value -> applied.put(place, value), () -> applied.remove(place));
        }
        assertThat(Branch.of(fields(applied)).canonical())
                .isEqualTo(Branch.of(fields(after)).canonical());
    }

    private static String atANewPlace(Change change, String path) {
        String below = change.path().substring(change.member().orElseThrow().length());
        String member = path.substring(0, path.length() - below.length());
        return member.substring(0, member.length() - 1) + "99]" + below;
    }

    @Property
    void aListInAnotherOrderShouldBeNoChange(@ForAll @Size(min = 1, max = 6) List<@From("offences") String> offences) {
        List<String> turned = new ArrayList<>(offences);
        Collections.reverse(turned);
        assertThat(Difference.between(offences(offences), offences(turned))).isEmpty();
    }

    @Property
    void aMemberTakenAwayShouldBeOneRemovalWhereverItStood(
            @ForAll @Size(min = 1, max = 6) List<@From("offences") String> offences,
            @ForAll @IntRange(max = 5) int at) {
        int gone = at % offences.size();
        List<String> rest = new ArrayList<>(offences);
        rest.remove(gone);

        List<Change> changes = Difference.between(offences(offences), offences(rest));

        assertThat(changes).isNotEmpty().allMatch(Change::isRemoval);
        assertThat(changes).extracting(Change::member).doesNotContain(Optional.empty());
        assertThat(Difference.count(changes)).isEqualTo(1);
    }

    @Test
    void shouldSayThatTheFirstOfThreeResultsWasRemoved() {
        Fields before = Fields.of(
                Field.stated("offences[1].results[1].text", "NCOSTS - No order for costs"),
                Field.stated("offences[1].results[2].text", "FO - Fine\nTo pay a fine of £200."),
                Field.stated("offences[1].results[3].text", "FVS - Surcharge\nTo pay a surcharge of £80."));
        Fields after = Fields.of(
                Field.stated("offences[1].results[1].text", "FO - Fine\nTo pay a fine of £200."),
                Field.stated("offences[1].results[2].text", "FVS - Surcharge\nTo pay a surcharge of £80."));

        assertThat(Difference.between(before, after))
                .containsExactly(new Change(
                        "offences[1].results[1].text",
                        Optional.empty(),
                        Optional.of("offences[1].results[1]"),
                        Optional.empty(),
                        Optional.of("NCOSTS - No order for costs"),
                        Optional.empty()));
    }

    @Test
    void shouldFollowAnOffenceThatMovedUpAndSayWhatChangedInIt() {
        Fields before = Fields.of(
                Field.stated("offences[1].code", "TH68001"),
                Field.stated("offences[1].sentence", "2 months"),
                Field.stated("offences[2].code", "CJ88116"),
                Field.stated("offences[2].sentence", "5 months"),
                Field.stated("offences[2].plea", "guilty"));
        Fields after = Fields.of(
                Field.stated("offences[1].code", "CJ88116"),
                Field.stated("offences[1].sentence", "7 months"),
                Field.stated("offences[1].plea", "guilty"));

        List<Change> changes = Difference.between(before, after);

        assertThat(changes)
                .extracting(Change::path)
                .containsExactly("offences[1].code", "offences[1].sentence", "offences[1].sentence");
        assertThat(changes.getLast())
                .isEqualTo(new Change(
                        "offences[1].sentence",
                        Optional.of("offences[2].sentence"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("5 months"),
                        Optional.of("7 months")));
        assertThat(Difference.count(changes)).isEqualTo(2);
    }

    @Test
    void shouldTellPassageByPassageWhatChangedInALongText() {
        Change change = new Change(
                "text",
                Optional.of("IMP - Imprisonment\nCommitted to prison for 5 Months Concurrent. Reason: failure to comply"
                        + " with supervision. Total custodial period: 7 Months."),
                Optional.of("IMP - Imprisonment\nCommitted to prison for 7 Months Concurrent. Reason: failure to comply"
                        + " with supervision, because of a flagrant disregard. Total custodial period: 8 Months."));

        assertThat(change.passages())
                .containsExactly(
                        change.within("Committed to prison for", Optional.of("5 Months"), Optional.of("7 Months")),
                        change.within("Reason", Optional.empty(), Optional.of("because of a flagrant disregard")),
                        change.within("Total custodial period", Optional.of("7 Months"), Optional.of("8 Months")));
    }

    @Test
    void shouldSayTheWholeOfAShortTextAndOfAnotherText() {
        Change brief = new Change("a", Optional.of("5 months"), Optional.of("7 months"));
        Change other = new Change(
                "a",
                Optional.of("To pay a fine of £200 within 28 days of today at the latest"),
                Optional.of("Bail is granted with conditions of residence and curfew from nine to six"));
        assertThat(brief.passages()).containsExactly(brief);
        assertThat(other.passages()).containsExactly(other);
    }

    @Property
    void passagesShouldQuoteBothTexts(
            @ForAll @Size(max = 40) List<@From("words") String> before,
            @ForAll @Size(max = 40) List<@From("words") String> after) {
        String was = String.join(" ", before);
        String is = String.join(" ", after);
        if (was.equals(is)) {
            return;
        }
        List<Change> passages = new Change("a", Optional.of(was), Optional.of(is)).passages();
        assertThat(passages).isNotEmpty();
        for (Change passage : passages) {
            assertThat(was).contains(passage.before().orElse(""));
            assertThat(is)
                    .contains(passage.after().orElse(""), passage.passage().orElse(""));
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("prison", "for", "5", "7", "months", ".", ":", "Reason", "the", "fine", "£20", "\n");
    }

    @Provide
    Arbitrary<String> offences() {
        return Arbitraries.of(
                "code=TH68001|sentence=2 months",
                "code=TH68001|sentence=3 months|plea=guilty",
                "code=CJ88116|results[1].text=FO - Fine|results[2].text=FVS - Surcharge",
                "code=CJ88116|results[1].text=FVS - Surcharge",
                "title=Theft|sequence=2",
                "title=Theft|sequence=3");
    }

    /** Records with values of their own, lists of lists, and now and then the same member twice. */
    @Provide
    Arbitrary<Map<String, String>> records() {
        Arbitrary<String> path = Arbitraries.of("a", "b.c", "b.d");
        Arbitrary<String> inList = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(".code", ".text", ".results[1].text", ".results[2].text", ".results[3].text"))
                .as((number, field) -> "offences[" + number + "]" + field);
        return Arbitraries.maps(
                        Arbitraries.oneOf(path, inList),
                        Arbitraries.of("x", "y", "FO - Fine of £20", "FO - Fine of £40", "IMP - Imprisonment"))
                .ofMaxSize(10);
    }

    private static Fields offences(List<String> offences) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int number = 1; number <= offences.size(); number++) {
            for (String field : offences.get(number - 1).split("\\|", -1)) {
                String[] parts = field.split("=", 2);
                values.put("offences[" + number + "]." + parts[0], parts[1]);
            }
        }
        return fields(values);
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
