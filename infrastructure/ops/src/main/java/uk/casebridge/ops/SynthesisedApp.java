package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the synthesis left in its folder: templates, and the files that go into buckets before them. */
final class SynthesisedApp {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    SynthesisedApp(Path folder) {
        this.folder = folder;
    }

    /** The template of a stack, as text. */
    String template(String stack) throws IOException {
        return Files.readString(folder.resolve(stack + ".template.json"));
    }

    /** The files a stack's template refers to; the template itself is not among them. */
    List<Asset> assets(String stack, String account, String region) throws IOException {
        JsonNode manifest = JSON.readTree(Files.readString(folder.resolve(stack + ".assets.json")));
        List<Asset> assets = new ArrayList<>();
        for (JsonNode file : manifest.path("files")) {
            Path source = folder.resolve(file.path("source").path("path").asText());
            if (source.getFileName().toString().endsWith(".template.json")) {
                continue;
            }
            boolean folderToZip = file.path("source").path("packaging").asText().equals("zip");
            for (JsonNode destination : file.path("destinations")) {
                assets.add(new Asset(
                        source,
                        folderToZip,
                        inAccount(destination.path("bucketName").asText(), account, region),
                        inAccount(destination.path("objectKey").asText(), account, region)));
            }
        }
        return List.copyOf(assets);
    }

    private static String inAccount(String name, String account, String region) {
        return name.replace("${AWS::AccountId}", account)
                .replace("${AWS::Region}", region)
                .replace("${AWS::Partition}", "aws");
    }

    /**
     * A file that goes into a bucket.
     *
     * @param source the file or folder
     * @param folderToZip whether it is a folder that goes there as a zip
     */
    record Asset(Path source, boolean folderToZip, String bucket, String key) {}
}
