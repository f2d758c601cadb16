package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;

/** Holds the page of kinds in the docs to the catalogue. Run with -Dwrite.docs=true to write it anew. */
class KindsPageTest {

    @Test
    void shouldHaveAnEntryForEachKind() throws IOException {
        Path page = CloudUnderTest.checkout().resolve("infrastructure/docs/kinds.md");
        String written = page();
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(page, written);
            return;
        }
        assertThat(Files.readString(page))
                .as("Write it anew: mvn -pl infrastructure/ops -am test -Dtest=KindsPageTest -Dwrite.docs=true")
                .isEqualTo(written);
    }

    private static String page() {
        return """
                # Kinds of paper

                Each is one file of `shared/domain`, package `uk.casebridge.domain.kind`; this page is written from them. To
                whom a kind goes in italics gets fields only and may not fetch the paper itself.

                | Kind | Id | Laid down in | One record is about | Goes to |
                |---|---|---|---|---|
                """ + KindCatalogue.all().stream().map(KindsPageTest::row).collect(Collectors.joining());
    }

    private static String row(Kind kind) {
        String unit = kind.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "| %s | `%s` | %s | %s | %s |\n"
                .formatted(
                        kind.title(),
                        kind.id(),
                        kind.source(),
                        unit,
                        kind.entitlements().stream()
                                .map(KindsPageTest::recipient)
                                .collect(Collectors.joining(", ")));
    }

    private static String recipient(Entitlement entitlement) {
        String title = entitlement.recipient().title();
        return entitlement.document() ? title : "*" + title + "*";
    }
}
