package uk.casebridge.ops;

import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files through the front door and follows them until each is sent to its recipients or waits for a person. */
@Command(name = "submit", description = "Send papers and follow them to their recipients.")
final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders of papers, of any type.")
    private List<Path> named = List.of();

    @Option(
            names = "--court",
            defaultValue = "B01BH00",
            description = "Code of the court house that sends them (default: ${DEFAULT-VALUE}, Bexley).")
    private String court = "";

    @Option(names = "--urgent", description = "They change someone's custody: ahead of all others.")
    private boolean urgent;

    @Option(
            names = "--replaces",
            paramLabel = "ID",
            description = "The id of the earlier paper that one file replaces.")
    private Optional<String> replaces = Optional.empty();

    @Option(names = "--no-wait", description = "Do not follow them; print their ids and end.")
    private boolean noWait;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        for (Path path : named) {
            if (!Files.isReadable(path)) {
                spec.commandLine().getErr().println("There is no file " + path + " to read.");
                return Casebridge.NOT_WELL;
            }
        }
        List<Path> files = PaperFiles.in(named);
        if (replaces.isPresent() && files.size() != 1) {
            spec.commandLine().getErr().println("One paper replaces one earlier paper: name one file.");
            return Casebridge.NOT_WELL;
        }
        OperatorApi api = OperatorApi.connect();
        Upload upload = new Upload(api, HttpClient.newHttpClient());
        List<String> papers = new ArrayList<>();
        boolean allWell = true;
        for (Path file : files) {
            try {
                String id = upload.send(file, court, urgent, replaces);
                papers.add(id);
                out.println(id + "  " + file);
                out.flush();
            } catch (OperatorApi.RefusedException refused) {
                // One refused file delays none of the others.
                allWell = false;
                spec.commandLine().getErr().println(file + ": " + refused.getMessage());
            }
        }
        if (noWait) {
            return allWell ? 0 : Casebridge.NOT_WELL;
        }
        List<PaperView> seen = new Progress(api, out, Clock.systemUTC())
                .follow(papers, SubmitCommand::isThrough, Duration.ofMinutes(3));
        out.println();
        out.print(PaperReport.table(seen));
        PaperReport.troubles(seen).forEach(out::println);
        out.flush();
        return allWell && seen.stream().allMatch(paper -> paper.isWell() && isThrough(paper)) ? 0 : Casebridge.NOT_WELL;
    }

    private static boolean isThrough(PaperView paper) {
        return paper.isAtRest() && paper.deliveries().stream().allMatch(PaperView::isSent);
    }
}
