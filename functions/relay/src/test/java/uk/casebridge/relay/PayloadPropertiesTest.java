package uk.casebridge.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.record.Change;
import uk.casebridge.domain.record.RecordVersion;

final class PayloadPropertiesTest {

    private final Payload payload = new Payload(Samples.standingData());

    /** Whatever a record holds, its findings say and its changes quote, only what is named leaves. */
    @Property
    void shouldNeverSendAFieldThatIsNotNamed(@ForAll("kinds") Kind kind, @ForAll("paths") Set<String> paths) {
        List<Field> fields = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String path : paths) {
            String secret = secret(path);
            fields.add(Field.stated(path, "now-" + secret));
            changes.add(new Change(path, Optional.of("was-" + secret), Optional.of("now-" + secret)));
            findings.add(new Finding(
                    "CB-T", Severity.WARNING, List.of(path, "court.name"), "seen-" + secret, "", "", "", ""));
        }
        RecordVersion version = Samples.version(kind, 2, Fields.of(fields), changes, findings);

        for (Entitlement entitlement : kind.entitlements()) {
            String json = payload.of(
                            Samples.delivery(version, entitlement.recipient()),
                            version,
                            Samples.paper(version.paper()),
                            Samples.NOW)
                    .toJson();

            for (Field field : fields) {
                if (entitlement.allows(field)) {
                    assertThat(json).contains("now-" + secret(field.path()));
                } else {
                    assertThat(json).doesNotContain(secret(field.path()));
                }
            }
        }
    }

    private static String secret(String path) {
        return "<" + path + ">";
    }

    @Provide
    Arbitrary<Kind> kinds() {
        return Arbitraries.of(KindCatalogue.all());
    }

    /** Fields of every kind, so that most are foreign to the kind at hand, and some that no kind has. */
    @Provide
    Arbitrary<Set<String>> paths() {
        List<String> known = KindCatalogue.all().stream()
                .flatMap(kind -> Samples.everyField(kind).all().stream())
                .map(Field::path)
                .distinct()
                .toList();
        Arbitrary<String> invented = Arbitraries.of(
                "health.condition",
                "riskMarkers[1]",
                "learnerSecrets.name",
                "defendantNotes",
                "victim.address",
                "crime");
        return Arbitraries.oneOf(Arbitraries.of(known), invented).set().ofMaxSize(12);
    }
}
