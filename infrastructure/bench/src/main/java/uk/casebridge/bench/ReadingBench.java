package uk.casebridge.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.BuiltInStandingData;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.Ocr;
import uk.casebridge.reading.Reader;
import uk.casebridge.reading.words.Allowance;
import uk.casebridge.reading.words.Formats;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Medium;
import uk.casebridge.testkit.PaperGenerator;

/**
 * Text by Tika's default parser, words with places by ours, and whole readings by ours, over the same papers, in turn, in
 * one process, after warm-up. Text recognition is off on both sides.
 */
final class ReadingBench {

    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 9;
    private static final int PAPERS_OF_A_KIND = 4;

    private final List<Sample> samples;
    private final PrintStream out;
    private final Parser tika = new AutoDetectParser();
    private final Reader reader = new Reader(new BuiltInStandingData(), Limits.standard(), Clock.systemUTC());
    // What was read is added up, so that no optimiser can leave the reading out.
    private long sink;

    private ReadingBench(List<Sample> samples, PrintStream out) {
        this.samples = samples;
        this.out = out;
    }

    private record Sample(String name, byte[] bytes) {}

    /** One way of reading a paper. */
    private interface Way {
        void read(Sample sample) throws IOException;
    }

    static ReadingBench of(Optional<Path> folder, PrintStream out) throws IOException {
        return new ReadingBench(folder.isPresent() ? in(folder.get()) : generated(), out);
    }

    private static List<Sample> generated() {
        PaperGenerator generator = new PaperGenerator(7);
        List<Sample> samples = new ArrayList<>();
        for (Kind kind : KindCatalogue.all()) {
            for (Layout layout : Layout.values()) {
                for (int i = 0; i < PAPERS_OF_A_KIND; i++) {
                    GeneratedPaper paper = generator.next(kind.id(), layout, Medium.PDF);
                    samples.add(new Sample(paper.fileName(), paper.bytes()));
                }
            }
        }
        return samples;
    }

    private static List<Sample> in(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                samples.add(new Sample(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return samples;
    }

    int run() throws IOException {
        List<Sample> readable = new ArrayList<>();
        int pages = 0;
        for (Sample sample : samples) {
            Reading reading =
                    reader.read(sample.bytes(), sample.name(), Clock.systemUTC().instant());
            if (reading.pages() > 0) {
                readable.add(sample);
                pages += reading.pages();
            }
        }
        if (readable.isEmpty()) {
            out.println("There is nothing to read here.");
            return 1;
        }
        out.println(readable.size() + " papers, " + pages + " pages; " + WARM_UP_ROUNDS + " rounds to warm up, "
                + ROUNDS + " measured, in turn; " + (samples.size() - readable.size())
                + " files left out as not readable");
        List<Way> ways = List.of(this::tikaText, this::wordsWithPlaces, this::wholeReading);
        double[][] seconds = new double[ways.size()][ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long begun = System.nanoTime();
                for (Sample sample : readable) {
                    ways.get(way).read(sample);
                }
                if (round >= 0) {
                    seconds[way][round] = (System.nanoTime() - begun) / 1e9;
                }
            }
        }
        report("text, Tika's default parser", seconds[0], pages);
        report("words with places, ours", seconds[1], pages);
        report("whole reading, ours", seconds[2], pages);
        ratio("words with places, ours, to Tika's text", seconds[0], seconds[1]);
        ratio("whole reading, ours, to Tika's text", seconds[0], seconds[2]);
        out.println("(" + sink + " characters and words seen)");
        return 0;
    }

    private void tikaText(Sample sample) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, sample.name());
        ParseContext context = new ParseContext();
        TesseractOCRConfig noRecognition = new TesseractOCRConfig();
        noRecognition.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, noRecognition);
        BodyContentHandler text = new BodyContentHandler(-1);
        try (org.apache.tika.io.TikaInputStream in =
                org.apache.tika.io.TikaInputStream.get(new ByteArrayInputStream(sample.bytes()))) {
            tika.parse(in, text, metadata, context);
        } catch (SAXException | TikaException e) {
            throw new UncheckedIOException(new IOException("Tika cannot read " + sample.name(), e));
        }
        sink += text.toString().length();
    }

    private void wordsWithPlaces(Sample sample) {
        sink += Formats.read(
                        sample.bytes(),
                        Formats.detect(sample.bytes(), sample.name()),
                        Allowance.of(Limits.standard()),
                        Ocr.none())
                .papers()
                .stream()
                .flatMap(paper -> paper.pages().stream())
                .mapToInt(page -> page.words().size())
                .sum();
    }

    private void wholeReading(Sample sample) {
        sink += reader.read(sample.bytes(), sample.name(), Clock.systemUTC().instant())
                .records()
                .size();
    }

    private void report(String what, double[] seconds, int pages) {
        out.printf(Locale.ROOT, "%-32s %8.0f pages a second (median)%n", what, pages / median(seconds));
    }

    /** How many times as fast, round by round, so that a machine that slows down slows both. */
    private void ratio(String what, double[] theirs, double[] ours) {
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = theirs[round] / ours[round];
        }
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT, "ratio, %-42s %.2f (%.2f to %.2f)%n", what, median(ratios), sorted[0], sorted[ROUNDS - 1]);
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
