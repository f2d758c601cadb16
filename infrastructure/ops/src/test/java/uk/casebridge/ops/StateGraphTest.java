package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.paper.PaperState;

/** Holds the state graphs in the docs to the state tables in the code. Run with -Dwrite.docs=true to draw them anew. */
class StateGraphTest {

    @Test
    void shouldDrawThePaperStatesAsTheyAre() throws IOException {
        assertDrawn("paper states", graph(PaperState.values(), PaperState::next, PaperState::title));
    }

    @Test
    void shouldDrawTheDeliveryStatesAsTheyAre() throws IOException {
        assertDrawn("delivery states", graph(DeliveryState.values(), DeliveryState::next, DeliveryState::title));
    }

    private static <S extends Enum<S>> String graph(S[] states, Function<S, Set<S>> next, Function<S, String> title) {
        StringBuilder graph = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (S state : states) {
            graph.append("    ")
                    .append(state)
                    .append(" : ")
                    .append(title.apply(state))
                    .append('\n');
        }
        for (S state : states) {
            for (S following : next.apply(state)) {
                graph.append("    ")
                        .append(state)
                        .append(" --> ")
                        .append(following)
                        .append('\n');
            }
        }
        return graph.append("```\n").toString();
    }

    private static void assertDrawn(String name, String graph) throws IOException {
        Path page = architecture();
        String text = Files.readString(page);
        String begin = "<!-- drawn from code: " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        assertThat(text).contains(begin).contains(end);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(page, text.substring(0, from) + graph + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("Draw it anew: mvn -pl infrastructure/ops -am test -Dtest=StateGraphTest -Dwrite.docs=true")
                .isEqualTo(graph);
    }

    private static Path architecture() {
        return CloudUnderTest.checkout().resolve("infrastructure/docs/architecture.md");
    }
}
