package uk.casebridge.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.standing.BuiltInStandingData;

class ReleaseNotificationTest {

    private static final Fields RELEASE = Fields.of(
            Field.stated("prisoner.name", "Ada Example"),
            Field.stated("prisoner.prisonNumber", "A1234BC"),
            Field.stated("release.date", "2026-10-06"),
            Field.stated("release.heldSince", "2026-02-01"),
            Field.stated("release.address", "1 Long Acre"),
            Field.stated("release.conditions", "Not to enter the area marked on the map."));

    @Test
    void shouldTellOnlyProbationTheConditions() {
        assertThat(ReleaseNotification.KIND.entitlements())
                .filteredOn(entitlement ->
                        entitlement.of(RELEASE).value("release.conditions").isPresent() || entitlement.document())
                .extracting(Entitlement::recipient)
                .containsExactly(Recipient.PROBATION);
    }

    @Test
    void shouldTellEnforcementAndCareersOfTheRelease() {
        for (Recipient recipient : List.of(Recipient.ENFORCEMENT, Recipient.CAREERS)) {
            Fields told = ReleaseNotification.KIND
                    .entitlementOf(recipient)
                    .orElseThrow()
                    .of(RELEASE);
            assertThat(told.value("release.date")).contains("2026-10-06");
            assertThat(told.value("prisoner.prisonNumber")).contains("A1234BC");
        }
    }

    @Test
    void shouldTakeAMovedReleaseForAnAmendmentAndALaterStayForAnother() {
        RecordKey key = RecordKey.of(ReleaseNotification.KIND, RELEASE);
        Fields moved = RELEASE.with(Field.stated("release.date", "2026-10-13"));
        Fields later = RELEASE.with(Field.stated("release.heldSince", "2027-05-01"));
        assertThat(RecordKey.of(ReleaseNotification.KIND, moved)).isEqualTo(key);
        assertThat(RecordKey.of(ReleaseNotification.KIND, later)).isNotEqualTo(key);
    }

    @Test
    void shouldWarnOfAReleaseBeforeTheReception() {
        Fields exchanged = RELEASE.with(Field.stated("release.date", "2026-01-31"));
        assertThat(findings(RELEASE)).isEmpty();
        assertThat(findings(exchanged)).extracting(Finding::code).containsExactly("RELEASE-BEFORE-RECEPTION");
    }

    private static List<Finding> findings(Fields fields) {
        Rule.Context context = new Rule.Context(LocalDate.of(2026, 10, 1), new BuiltInStandingData());
        return ReleaseNotification.KIND.rules().stream()
                .flatMap(rule -> rule.check(fields, context).stream())
                .toList();
    }
}
