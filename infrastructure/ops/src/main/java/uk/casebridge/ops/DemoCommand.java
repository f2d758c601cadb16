package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.testkit.GeneratedPaper;
import uk.casebridge.testkit.PaperGenerator;

/** Shows the whole way: makes papers, sends them through the front door, follows them to every agency. */
@Command(name = "demo", description = "Make sample papers and follow them from the front door to every agency.")
final class DemoCommand implements Callable<Integer> {

    private static final String COURT = "B01BH00";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "End by itself: status 0 only if every paper reached every agency.")
    private boolean exit;

    @Option(names = "--no-agencies", description = "Leave the sample agencies out: sent, not received.")
    private boolean noAgencies;

    @Option(names = "--seed", defaultValue = "1", description = "Which people and cases (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Clock clock = Clock.systemUTC();
        long begun = System.nanoTime();
        say(out, "Starting the local house …");
        try (LocalHouse house = new LocalHouse(Casebridge.root(), Programs.in(Casebridge.root()))) {
            JsonNode where = house.start();
            say(out, "The house is up after " + seconds(begun) + ".");
            if (!noAgencies) {
                for (Recipient recipient : Recipient.values()) {
                    house.startAgency(recipient.id());
                }
                say(
                        out,
                        Recipient.values().length
                                + " sample agencies are listening, each with credentials of its own.");
            }
            List<Path> files =
                    makePapers(Casebridge.root().resolve(".casebridge").resolve("demo"));
            say(out, files.size() + " sample papers are made. Sending them from Bexley Magistrates' Court:");
            boolean allWell = send(files, out, clock);
            say(out, "Done after " + seconds(begun) + ".");
            if (exit) {
                return allWell ? 0 : Casebridge.NOT_WELL;
            }
            Welcome.print(where, out);
            return house.await() == 0 ? 0 : Casebridge.NOT_WELL;
        }
    }

    private boolean send(List<Path> files, PrintWriter out, Clock clock) throws Exception {
        OperatorApi api = OperatorApi.connect();
        Upload upload = new Upload(api, HttpClient.newHttpClient());
        List<String> papers = new ArrayList<>();
        for (Path file : files) {
            papers.add(upload.send(file, COURT, false));
        }
        List<PaperView> seen = new Progress(api, out, clock).follow(papers, this::isThrough, PATIENCE);
        out.println();
        out.print(PaperReport.table(seen));
        out.println();
        PaperReport.troubles(seen).forEach(out::println);
        long through = seen.stream().filter(this::reachedEveryAgency).count();
        say(
                out,
                through + " of " + seen.size() + " papers reached every agency entitled to them"
                        + (noAgencies ? "'s queue." : "."));
        return through == seen.size();
    }

    private boolean isThrough(PaperView paper) {
        return paper.isAtRest() && (!paper.isRecorded() || reachedEveryAgency(paper));
    }

    private boolean reachedEveryAgency(PaperView paper) {
        return paper.isRecorded()
                && !paper.deliveries().isEmpty()
                && paper.deliveries().stream().allMatch(noAgencies ? PaperView::isSent : PaperView::isReceived);
    }

    /** Each kind once, layouts and media in turn. Pictures without text wait for a person, so none is made here. */
    private List<Path> makePapers(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (GeneratedPaper paper : new PaperGenerator(seed).oneOfEachKind()) {
            files.add(paper.writeTo(folder));
        }
        return files;
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
    }

    private static void say(PrintWriter out, String sentence) {
        out.println(sentence);
        out.flush();
    }
}
