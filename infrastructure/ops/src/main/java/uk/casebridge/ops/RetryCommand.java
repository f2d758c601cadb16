package uk.casebridge.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Wakes the reading of a stored paper again. */
@Command(name = "retry", description = "Have a stored paper looked at again.")
final class RetryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The id of a paper.")
    private String id = "";

    @Override
    public Integer call() throws Exception {
        OperatorApi.connect().post("/papers/" + OperatorApi.inPath(id) + "/retry", OperatorApi.body());
        spec.commandLine()
                .getOut()
                .println("The paper is looked at again. Follow it with 'casebridge status " + id + "'.");
        return 0;
    }
}
