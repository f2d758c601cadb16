package uk.casebridge.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a recipient's dead letters back on its queue. */
@Command(name = "redrive", description = "Put a recipient's dead letters back on its queue.")
final class RedriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPIENT", description = "crown-court, prison, careers …")
    private String recipient = "";

    @Override
    public Integer call() throws Exception {
        OperatorApi.connect().post("/dead-letters/redrive", OperatorApi.body().put("recipient", recipient));
        spec.commandLine()
                .getOut()
                .println("The dead letters of " + recipient + " are going back on its queue."
                        + " Look with 'casebridge queues'.");
        return 0;
    }
}
