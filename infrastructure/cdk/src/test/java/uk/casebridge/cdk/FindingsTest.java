package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void shouldLeaveNoFindingUnexplained() {
        assertThat(Synthesis.get().findings()).isEmpty();
    }

    @Test
    void shouldGiveAReasonForEachFindingLetStand() {
        List<JsonNode> explained = Synthesis.get()
                .resources()
                .flatMap(resource -> resource.body()
                        .at("/Metadata/cdk_nag/rules_to_suppress")
                        .valueStream())
                .toList();

        assertThat(explained)
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(finding.path("reason").asText()).hasSizeGreaterThan(40));
    }
}
