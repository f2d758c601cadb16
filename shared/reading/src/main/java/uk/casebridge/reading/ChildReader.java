package uk.casebridge.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.record.Reading;
import uk.casebridge.domain.standing.ImportedRows;
import uk.casebridge.domain.standing.ListVersions;

/**
 * Reads papers in a child process, which is kept warm from one paper to the next and killed when a paper takes too long
 * or too much memory; the next paper gets a new one. Papers are read one at a time.
 */
public final class ChildReader implements PaperReader, AutoCloseable {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /** What the virtual machine's own option for running out of memory ends with. */
    private static final int OUT_OF_MEMORY = 3;

    /** The child stops by itself when the time is up, if it can; this much later it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration DEATH = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path javaExecutable;
    private final String classPath;
    private final Limits limits;
    private final Optional<String> supplier;
    private final ImportedRows imported;
    private Optional<Path> standingData = Optional.empty();
    private int importsInFolder;
    private final Executor threads = task -> Thread.ofVirtual().start(task);
    private Optional<Child> child = Optional.empty();

    /**
     * A reader whose first child is started at once.
     *
     * @param javaExecutable the {@code java} of a JDK 25
     * @param classPath this module and what it depends on
     * @param limits of which memory and time hold for the process; the rest are the standard ones
     */
    public ChildReader(Path javaExecutable, List<Path> classPath, Limits limits) {
        this(javaExecutable, classPath, limits, Optional.empty(), ImportedRows.none());
    }

    /**
     * The same with what only a room has.
     *
     * @param supplier the key that signatures of bulk-scan envelopes are verified with, in Base64, if one is set up
     * @param imported imported standing data, which is handed to the child in a folder
     */
    public ChildReader(
            Path javaExecutable,
            List<Path> classPath,
            Limits limits,
            Optional<String> supplier,
            ImportedRows imported) {
        this.supplier = supplier;
        this.imported = imported;
        this.javaExecutable = javaExecutable;
        this.classPath = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        this.limits = limits;
        this.child = Optional.of(start());
    }

    @Override
    public synchronized Reading read(Path file, String fileName, Instant received, Optional<String> told) {
        ObjectNode request = JSON.createObjectNode()
                .put("file", file.toAbsolutePath().toString())
                .put("fileName", fileName)
                .put("received", received.toString());
        told.ifPresent(kind -> request.put("kind", kind));
        addStandingData(request);
        return ask(request.toString(), ReadingJson::fromJson, failure -> Reading.failed(UNKNOWN_TYPE, failure));
    }

    @Override
    public synchronized Optional<Failure> takeApart(Path file, Bundle bundle, Path folder) {
        return ask(TakenApart.request(file, bundle, folder), TakenApart::failure, Optional::of);
    }

    private <T> T ask(String request, Function<String, T> answered, Function<Failure, T> failed) {
        Child reading = child.filter(Child::isAlive).orElseGet(this::start);
        child = Optional.of(reading);
        try {
            Optional<String> answer = CompletableFuture.supplyAsync(() -> reading.ask(request), threads)
                    .get(limits.time().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            return answer.map(answered).orElseGet(() -> failed.apply(died(reading)));
        } catch (TimeoutException e) {
            reading.kill();
            return failed.apply(new Failure(
                    FailureCode.TOO_SLOW, "killed after " + limits.time().toSeconds() + " s"));
        } catch (ExecutionException | CompletionException e) {
            return failed.apply(died(reading));
        } catch (InterruptedException e) {
            reading.kill();
            Thread.currentThread().interrupt();
            return failed.apply(new Failure(FailureCode.UNEXPECTED, "interrupted"));
        }
    }

    private void addStandingData(ObjectNode request) {
        ListVersions versions = imported.versions();
        if (versions.number() == 0) {
            return;
        }
        Path folder = standingData.orElseGet(ChildReader::newFolder);
        standingData = Optional.of(folder);
        if (importsInFolder != versions.number()) {
            StandingFolder.put(folder, versions, imported);
            importsInFolder = versions.number();
        }
        request.putObject("standingData").put("folder", folder.toString()).put("imports", importsInFolder);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("casebridge-standing-data");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for standing data on this disk", e);
        }
    }

    private static Failure died(Child child) {
        child.kill();
        int status = child.status();
        return status == OUT_OF_MEMORY
                ? new Failure(FailureCode.TOO_MUCH_MEMORY, "the reading process ran out of memory")
                : new Failure(FailureCode.DIED_BEFORE, "the reading process ended with status " + status);
    }

    private Child start() {
        List<String> command = new ArrayList<>(List.of(
                javaExecutable.toString(),
                "-Xmx" + limits.memoryBytes() / 1024 + "k",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                ReadingProcess.class.getName(),
                Long.toString(Math.max(1, limits.time().toSeconds()))));
        supplier.ifPresent(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        // What parsers complain of can quote the paper, so it goes nowhere.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("The reading process could not be started with " + javaExecutable, e);
        }
    }

    @Override
    public synchronized void close() {
        child.ifPresent(Child::kill);
        child = Optional.empty();
    }

    private static final class Child {
        private final Process process;
        private final DataInputStream answers;
        private final DataOutputStream requests;

        Child(Process process) {
            this.process = process;
            this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
            this.requests = new DataOutputStream(process.getOutputStream());
        }

        boolean isAlive() {
            return process.isAlive();
        }

        Optional<String> ask(String request) {
            try {
                Frames.write(requests, request);
                return Frames.read(answers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends it, waiting a moment for one that is about to end by itself and has a status to tell. */
        void kill() {
            try {
                if (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }

        int status() {
            return process.isAlive() ? -1 : process.exitValue();
        }
    }
}
