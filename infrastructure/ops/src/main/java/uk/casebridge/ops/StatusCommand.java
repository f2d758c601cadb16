package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where papers are: the newest of a court, or everything about one. */
@Command(name = "status", description = "Where a paper is, or the newest papers of a court.")
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter LONDON =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The id of a paper.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--court",
            defaultValue = "B01BH00",
            description = "Code of a court house (default: ${DEFAULT-VALUE}).")
    private String court = "";

    @Override
    public Integer call() throws Exception {
        OperatorApi api = OperatorApi.connect();
        PrintWriter out = spec.commandLine().getOut();
        if (id.isPresent()) {
            print(new PaperView(api.get("/papers/" + OperatorApi.inPath(id.get()))), out);
        } else {
            print(api.get("/papers?court=" + OperatorApi.inPath(court)), out);
        }
        out.flush();
        return 0;
    }

    private void print(JsonNode page, PrintWriter out) {
        TextTable table = new TextTable("Paper", "File", "State", "Kind", "Received");
        int shown = 0;
        for (JsonNode paper : page.path("papers")) {
            shown++;
            table.row(
                    paper.path("id").asText(),
                    paper.path("fileName").asText(),
                    paper.path("stateTitle").asText(),
                    PaperView.text(paper, "kindTitle").orElse("-"),
                    time(paper.path("createdAt").asText()));
        }
        if (shown == 0) {
            out.println("The court " + court + " has sent no papers. Send one with 'casebridge submit FILE'.");
            return;
        }
        out.print(table);
        PaperView.text(page, "next").ifPresent(next -> out.println("There are older ones."));
    }

    private static void print(PaperView paper, PrintWriter out) {
        out.println(paper.fileName() + " (" + paper.id() + ")");
        out.println(paper.kindTitle() + ": " + paper.stateTitle());
        paper.trouble().ifPresent(out::println);
        paper.bundle().ifPresent(bundle -> out.println("Came in " + bundle + "."));
        if (!paper.parts().isEmpty()) {
            out.println();
            out.print(PaperReport.parts(paper));
        }
        for (JsonNode record : paper.records()) {
            for (JsonNode finding : record.path("findings")) {
                out.println("  " + finding.path("severity").asText() + " "
                        + finding.path("code").asText() + " "
                        + finding.path("what").asText());
            }
        }
        out.println();
        out.print(PaperReport.table(List.of(paper)));
        out.println();
        TextTable timeline = new TextTable("When (London)", "Who", "What", "");
        for (JsonNode entry : paper.timeline()) {
            timeline.row(
                    time(entry.path("at").asText()),
                    entry.path("who").asText(),
                    entry.path("what").asText(),
                    entry.path("detail").asText());
        }
        out.print(timeline);
    }

    private static String time(String instant) {
        return LONDON.format(Instant.parse(instant));
    }
}
