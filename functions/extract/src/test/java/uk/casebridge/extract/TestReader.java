package uk.casebridge.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.reading.PaperReader;

/** A reader that knows by heart what each test paper says. */
final class TestReader implements PaperReader {

    private final Map<String, Supplier<Reading>> byText = new HashMap<>();
    private int reads;

    /** Why bundles cannot be taken apart. */
    Optional<Failure> refusal = Optional.empty();

    void learn(String text, Supplier<Reading> reading) {
        byText.put(text, reading);
    }

    int reads() {
        return reads;
    }

    /** A part of a test bundle holds its own name. */
    @Override
    public Optional<Failure> takeApart(Path file, Bundle bundle, Path folder) {
        try {
            for (Bundle.Part part : bundle.parts()) {
                if (part.use() == Bundle.Use.PAPER) {
                    Files.writeString(folder.resolve(Integer.toString(part.number())), part.name());
                }
            }
            return refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reading read(Path file, String fileName, Instant received, Optional<String> told) {
        reads++;
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return byText.getOrDefault(text, () -> Reading.failed("text/plain", Failure.of(FailureCode.UNCLASSIFIED)))
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
