package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.kind.KindRules;
import uk.casebridge.domain.rule.DatedRule;

/** The page of the rules is drawn from the code and held against it. */
class RulesPageTest {

    private static final String BEGIN = "<!-- drawn from code: rules -->\n";
    private static final String END = "<!-- end of rules -->";

    @Test
    void shouldListTheRulesAsTheyAre() throws IOException {
        Path page = CloudUnderTest.checkout().resolve("infrastructure/docs/rules.md");
        String text = Files.readString(page);
        assertThat(text).contains(BEGIN).contains(END);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(page, text.substring(0, from) + table() + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("Draw it anew: mvn -pl infrastructure/ops -am test -Dtest=RulesPageTest -Dwrite.docs=true")
                .isEqualTo(table());
    }

    private static String table() {
        Map<String, DatedRule> rules = new TreeMap<>();
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        for (Kind kind : KindCatalogue.all()) {
            for (DatedRule rule : KindRules.datedRules(kind)) {
                String key = rule.code() + " " + rule.asks();
                rules.putIfAbsent(key, rule);
                kinds.computeIfAbsent(key, code -> new LinkedHashSet<>()).add(kind.id());
            }
        }
        StringBuilder table = new StringBuilder(
                "| Code | Severity | What it asks | Kinds | Holds from | Until | Source |\n|---|---|---|---|---|---|---|\n");
        rules.forEach((key, rule) -> table.append("| ")
                .append(String.join(
                        " | ",
                        "`" + rule.code() + "`",
                        rule.severity().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        rule.asks(),
                        String.join(", ", kinds.getOrDefault(key, Set.of())),
                        rule.from().toString(),
                        rule.until().map(Object::toString).orElse("in force"),
                        rule.source()))
                .append(" |\n"));
        return table.toString();
    }
}
