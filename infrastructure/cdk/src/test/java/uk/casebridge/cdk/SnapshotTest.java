package uk.casebridge.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.Test;

/** A change to a template must be seen: approve it by renaming the received file. */
class SnapshotTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void shouldLeaveTheCoreAsItWasApproved() throws IOException {
        verify(Synthesis.get().core());
    }

    @Test
    void shouldLeaveTheDoorAsItWasApproved() throws IOException {
        verify(Synthesis.get().door());
    }

    private static void verify(JsonNode template) throws IOException {
        Object sorted = JSON.treeToValue(template, Object.class);
        String text = JSON.writeValueAsString(sorted)
                .replaceAll("\"aws:asset:path\" : \"[^\"]*\"", "\"aws:asset:path\" : \"PATH\"")
                .replaceAll("[0-9a-f]{64}\\.zip", "CODE.zip")
                // A version is named by a hash over its code and its configuration.
                .replaceAll("(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}", "$1HASH");
        Approvals.verify(text, new Options(QuietReporter.INSTANCE).forFile().withExtension(".json"));
    }
}
