package uk.casebridge.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recalls a paper that went to the wrong place: whoever has it is to delete it and to confirm that. */
@Command(name = "recall", description = "Have a paper deleted that went to the wrong place.")
final class RecallCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The id of a paper.")
    private String id = "";

    @Option(names = "--reason", required = true, description = "Why; recipients read it, so name nobody.")
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        OperatorApi.connect()
                .post(
                        "/papers/" + OperatorApi.inPath(id) + "/recall",
                        OperatorApi.body().put("reason", reason));
        spec.commandLine()
                .getOut()
                .println("The paper is recalled. See who deleted it with 'casebridge status " + id
                        + "', and who had it with 'casebridge breach-report " + id + "'.");
        return 0;
    }
}
