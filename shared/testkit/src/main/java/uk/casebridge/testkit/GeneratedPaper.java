package uk.casebridge.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A paper made up by {@link PaperGenerator}, with what a perfect reader would find in it.
 *
 * @param fileName a name as a clerk might give it
 * @param bytes the file
 * @param mediaType what the content is
 * @param kind the id of its kind
 * @param court the code of the court that would send it
 * @param truth for each record the fields on the paper: path to canonical value, in the order of the paper. A date is
 *     {@code 2026-08-14}, a moment a UTC instant, an identifier in its canonical form ({@code 2012/0052494Q} for a PNC
 *     id, an ASN at full length). Lines are apart by a line feed; compare with {@link #agrees}
 * @param mistake the name of the mistake planted, if one was
 */
public record GeneratedPaper(
        String fileName,
        byte[] bytes,
        String mediaType,
        String kind,
        String court,
        List<Map<String, String>> truth,
        Optional<String> mistake) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public GeneratedPaper {
        truth = truth.stream()
                .map(record -> Collections.unmodifiableMap(new LinkedHashMap<>(record)))
                .toList();
    }

    /** The truth as JSON: kind, mistake and the fields of each record. */
    public String truthJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("fileName", fileName);
        all.put("mediaType", mediaType);
        all.put("kind", kind);
        all.put("court", court);
        mistake.ifPresent(name -> all.put("mistake", name));
        all.put("records", truth);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings and maps always make JSON", e);
        }
    }

    /** Writes the paper and, beside it, its truth as {@code <name>.truth.json}; answers where the paper is. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path paper = folder.resolve(fileName);
        Files.write(paper, bytes);
        Files.writeString(folder.resolve(fileName + ".truth.json"), truthJson());
        return paper;
    }

    /**
     * Whether a value read equals the true one. White space is collapsed first, since nothing on a paper tells a line
     * that was broken for want of room from one that was ended.
     */
    public static boolean agrees(String truth, String read) {
        return truth.strip().replaceAll("\\s+", " ").equals(read.strip().replaceAll("\\s+", " "));
    }
}
