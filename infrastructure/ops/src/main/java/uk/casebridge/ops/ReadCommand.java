package uk.casebridge.ops;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.reading.ChildReader;
import uk.casebridge.reading.Limits;
import uk.casebridge.reading.PaperReader;
import uk.casebridge.reading.ReadingJson;

/** Reads files with the very code that reads papers in Lambda, and needs nothing else to run. */
@Command(name = "read", description = "Read papers here, without sending them, and show what was read.")
final class ReadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of papers, of any type.")
    private List<Path> named = List.of();

    @Option(names = "--json", description = "As JSON, by the schema reading.v1 of the published language.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean allRead = true;
        List<String> documents = new ArrayList<>();
        try (ChildReader reader = child()) {
            for (Path file : PaperFiles.in(named)) {
                if (!Files.isReadable(file)) {
                    spec.commandLine().getErr().println("There is no file " + file + " to read.");
                    allRead = false;
                    continue;
                }
                allRead &= read(reader, file, file.getFileName().toString(), file.toString(), 0, documents);
            }
        }
        if (json) {
            out.println("[" + String.join(",\n", documents) + "]");
        }
        out.flush();
        return allRead ? 0 : Casebridge.NOT_WELL;
    }

    /** Reads a file, and each part of it where it holds several papers; says whether all of it could be read. */
    private boolean read(PaperReader reader, Path file, String name, String shown, int depth, List<String> documents)
            throws IOException {
        Sha256 sha256 = Fingerprint.of(file);
        Reading reading = reader.read(file, name, Clock.systemUTC().instant());
        if (json) {
            documents.add(ReadingJson.toJson(name, sha256, reading));
        } else {
            PrintWriter out = spec.commandLine().getOut();
            print(out, shown, sha256, reading);
            out.flush();
        }
        if (reading.bundle().isEmpty() || reading.failure().isPresent()) {
            return reading.failure().isEmpty();
        }
        if (depth == Bundle.DEEPEST) {
            spec.commandLine().getErr().println(shown + ": " + FailureCode.TOO_DEEP.sentence());
            return false;
        }
        Path folder = Files.createTempDirectory("casebridge-read-");
        try {
            Bundle bundle = reading.bundle().get();
            Optional<Failure> failure = reader.takeApart(file, bundle, folder);
            failure.ifPresent(why -> spec.commandLine()
                    .getErr()
                    .println(shown + ": " + why.code().code() + " " + why.sentence()));
            boolean allRead = failure.isEmpty();
            for (Bundle.Part part : bundle.parts()) {
                Path bytes = folder.resolve(Integer.toString(part.number()));
                if (Files.exists(bytes)) {
                    String within = shown + ", " + part.where().shown();
                    allRead &= read(reader, bytes, part.name(), within, depth + 1, documents);
                    Files.delete(bytes);
                }
            }
            return allRead;
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** A process of its own, as in the local house, so that a hostile paper harms nothing but itself. */
    private static ChildReader child() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new ChildReader(Path.of(System.getProperty("java.home"), "bin", "java"), classPath, Limits.standard());
    }

    private static void print(PrintWriter out, String file, Sha256 sha256, Reading reading) {
        out.println(file);
        out.println("  SHA-256 " + sha256);
        out.println("  " + reading.mediaType() + ", " + reading.pages() + (reading.pages() == 1 ? " page" : " pages"));
        for (Reading.Score score : reading.scores()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %s %.2f  %s%s",
                    reading.kind().filter(score.kind()::equals).isPresent() ? "kind" : "not ",
                    score.score(),
                    KindCatalogue.withId(score.kind()).map(kind -> kind.title()).orElse(score.kind()),
                    score.clues().isEmpty() ? "" : "  because of: " + String.join("; ", score.clues())));
        }
        reading.bundle().ifPresent(bundle -> {
            out.println("  " + bundle.sort().title());
            for (Bundle.Part part : bundle.parts()) {
                out.println("    part " + part.number() + "  " + part.use().title() + ", "
                        + part.where().shown() + "  " + part.name());
            }
            bundle.envelope()
                    .ifPresent(envelope ->
                            out.println("    " + envelope.signature().sentence() + "."));
        });
        reading.failure()
                .ifPresent(failure -> out.println("  " + failure.code().code() + " " + failure.sentence()
                        + (failure.detail().isBlank() ? "" : " (" + failure.detail() + ")")));
        int number = 0;
        for (Reading.ReadRecord record : reading.records()) {
            number++;
            out.println("  record " + number + (record.restrictions().isEmpty() ? "" : "  " + record.restrictions()));
            for (Field field : record.fields().all()) {
                out.println(String.format(
                        Locale.ROOT,
                        "    %-38s %s%s  %.2f%s",
                        field.path(),
                        field.value().replace("\n", " / "),
                        field.raw().equals(field.value())
                                ? ""
                                : "  (" + field.raw().replace("\n", " / ") + ")",
                        field.confidence(),
                        field.place().map(ReadCommand::place).orElse("")));
            }
            for (Finding finding : record.findings()) {
                out.println("    " + finding.severity() + " " + finding.code() + " " + finding.what() + " "
                        + finding.howToCorrect());
            }
        }
        out.println();
    }

    private static String place(PageBox box) {
        return String.format(
                Locale.ROOT,
                "  page %d (%.0f, %.0f) %.0f × %.0f",
                box.page(),
                box.x(),
                box.y(),
                box.width(),
                box.height());
    }
}
