package uk.casebridge.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.domain.standing.ImportedStandingData;
import uk.casebridge.domain.standing.StandingData;
import uk.casebridge.reading.bundles.Envelopes;

/**
 * The process that {@link ChildReader} reads in: requests on its standard input, readings on its standard output, one
 * at a time, until its input ends.
 */
public final class ReadingProcess {

    /** The hash in its answers is not the paper's: who asked holds the bytes and knows it. */
    private static final Sha256 NOT_HASHED = Sha256.of(new byte[0]);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private ReadingProcess() {}

    /**
     * Runs until standard input ends. The first argument is how many seconds a paper may take; the second, if there is
     * one, the key that signatures of bulk-scan envelopes are verified with.
     */
    public static void main(String[] arguments) throws IOException {
        DataInputStream requests = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Whatever a library prints must not get between the frames.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Limits limits = Limits.standard().withTime(Duration.ofSeconds(Long.parseLong(arguments[0])));
        Clock clock = Clock.systemUTC();
        Ocr ocr = Tesseract.ifInstalled();
        StandingData builtIn = new BuiltInStandingData();
        Optional<PublicKey> supplier =
                arguments.length > 1 ? Optional.of(Envelopes.key(arguments[1])) : Optional.empty();
        PaperReader reader = new Reader(builtIn, limits, clock, ocr, supplier);
        int imports = 0;
        ObjectMapper json = new ObjectMapper();
        while (true) {
            Optional<String> request = Frames.read(requests);
            if (request.isEmpty()) {
                return;
            }
            JsonNode asked = json.readTree(request.get());
            if (asked.has("bundle")) {
                Frames.write(
                        answers,
                        TakenApart.answer(reader.takeApart(
                                Path.of(asked.path("file").asText()),
                                BundleJson.of(asked.path("bundle")),
                                Path.of(asked.path("folder").asText()))));
                continue;
            }
            JsonNode lists = asked.path("standingData");
            if (lists.path("imports").asInt() != imports) {
                imports = lists.path("imports").asInt();
                reader = new Reader(
                        ImportedStandingData.over(
                                builtIn,
                                StandingFolder.open(Path.of(lists.path("folder").asText())),
                                () -> LocalDate.now(clock.withZone(LONDON))),
                        limits,
                        clock,
                        ocr,
                        supplier);
            }
            Reading reading = reader.read(
                    Path.of(asked.path("file").asText()),
                    asked.path("fileName").asText(),
                    Instant.parse(asked.path("received").asText()),
                    asked.has("kind") ? Optional.of(asked.path("kind").asText()) : Optional.empty());
            Frames.write(answers, ReadingJson.toLine("paper", NOT_HASHED, reading));
        }
    }
}
