package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The local house and the sample agencies as processes of their own, all of which end with this one.
 */
final class LocalHouse implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final Path root;
    private final Programs programs;
    private final List<Process> processes = new ArrayList<>();

    /**
     * A house not yet started.
     *
     * @param root the folder whose {@code .casebridge} holds the synthesised templates, and gets logs and state
     */
    LocalHouse(Path root, Programs programs) {
        this.root = root;
        this.programs = programs;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end what was started"));
    }

    /**
     * Starts the house and waits until it is ready.
     *
     * @throws NotReachedException if it is already running, or ends or is not ready in time; its log says why
     */
    JsonNode start() throws IOException, InterruptedException, NotReachedException {
        Path state = Connection.houseFile(root);
        if (Files.exists(state)) {
            long pid = Connection.house(root).path("pid").asLong(-1);
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                throw new NotReachedException("The local house is already running (process " + pid
                        + "). End it with Ctrl-C where it was started, or use it with 'casebridge submit'.");
            }
            Files.delete(state);
        }
        Path log = root.resolve(".casebridge").resolve("house.log");
        Path synthesised = root.resolve(".casebridge").resolve("cdk.out");
        Process house = run(
                log,
                programs.house(),
                List.of("-Xmx700m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                "uk.casebridge.local.House",
                "--template",
                synthesised.resolve("casebridge-core.template.json").toString(),
                "--template",
                synthesised.resolve("casebridge-door.template.json").toString(),
                "--assets",
                synthesised.toString(),
                "--state",
                state.toString());
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(state)) {
            if (!house.isAlive()) {
                throw new NotReachedException(
                        "The local house ended before it was ready. Its last words, from " + log + ":\n" + tail(log));
            }
            if (System.nanoTime() > end) {
                throw new NotReachedException("The local house was not ready within " + READY_WITHIN.toSeconds()
                        + " seconds. Its last words, from " + log + ":\n" + tail(log));
            }
            Thread.sleep(100);
        }
        return Connection.house(root);
    }

    /** Starts a sample agency, which has credentials of its own and knows only the published language. */
    void startAgency(String recipient) throws IOException {
        run(
                root.resolve(".casebridge").resolve("agency-" + recipient + ".log"),
                programs.events(),
                List.of("-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                "uk.casebridge.events.sample.SampleAgency",
                "--agency",
                recipient,
                "--house",
                Connection.houseFile(root).toString());
    }

    /** Waits until the house ends, which it does by itself only if something went wrong. */
    int await() throws InterruptedException {
        return processes.getFirst().waitFor();
    }

    private Process run(Path log, String classPath, List<String> options, String mainClass, String... arguments)
            throws IOException {
        Files.createDirectories(root.resolve(".casebridge"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                // DynamoDB Local leaves a file where it is started; so nothing is left in the checkout.
                .directory(root.resolve(".casebridge").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        processes.add(process);
        return process;
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** Ends everything in the opposite order of its start, politely first. */
    @Override
    public synchronized void close() {
        for (Process process : processes.reversed()) {
            process.destroy();
        }
        for (Process process : processes.reversed()) {
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        processes.clear();
    }
}
