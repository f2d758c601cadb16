package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesisedAppTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldNameTheBucketOfTheAccountAtHand() throws IOException {
        Files.writeString(folder.resolve("casebridge-core.assets.json"), """
                {"files": {
                  "a1": {"source": {"path": "asset.a1", "packaging": "zip"},
                         "destinations": {"d": {"bucketName": "assets-${AWS::AccountId}-${AWS::Region}",
                                                "objectKey": "a1.zip"}}},
                  "t1": {"source": {"path": "casebridge-core.template.json", "packaging": "file"},
                         "destinations": {"d": {"bucketName": "x", "objectKey": "t1.json"}}}}}
                """);

        assertThat(new SynthesisedApp(folder).assets("casebridge-core", "000000000000", "eu-west-2"))
                .containsExactly(new SynthesisedApp.Asset(
                        folder.resolve("asset.a1"), true, "assets-000000000000-eu-west-2", "a1.zip"));
    }

    @Test
    void shouldZipTheSameFolderToTheSameBytes() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("asset/lib"));
        Files.writeString(inside.resolve("a.jar"), "not really a jar");
        Path first = folder.resolve("1.zip");
        Path second = folder.resolve("2.zip");

        EndpointDeployment.zip(folder.resolve("asset"), first);
        Files.setLastModifiedTime(inside.resolve("a.jar"), java.nio.file.attribute.FileTime.fromMillis(1));
        EndpointDeployment.zip(folder.resolve("asset"), second);

        assertThat(first).hasSameBinaryContentAs(second);
    }
}
