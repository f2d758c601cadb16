package uk.casebridge.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a paper back for its court: what was not sent is not, and whoever has it is told. */
@Command(name = "withdraw", description = "Take a paper back and tell everyone who was sent it.")
final class WithdrawCommand implements Callable<Integer> {

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
                        "/papers/" + OperatorApi.inPath(id) + "/withdraw",
                        OperatorApi.body().put("reason", reason));
        spec.commandLine()
                .getOut()
                .println("The paper is withdrawn. See who acknowledged it with 'casebridge status " + id + "'.");
        return 0;
    }
}
