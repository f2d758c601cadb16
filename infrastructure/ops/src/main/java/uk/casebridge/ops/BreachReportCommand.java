package uk.casebridge.ops;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints who was given a paper and who looked at it, for the report of a personal data breach. */
@Command(name = "breach-report", description = "Print who had a paper and looked at it, as CSV.")
final class BreachReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The id of a paper.")
    private String id = "";

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.print(OperatorApi.connect()
                .get("/papers/" + OperatorApi.inPath(id) + "/breach-report")
                .path("csv")
                .asText());
        out.flush();
        return 0;
    }
}
