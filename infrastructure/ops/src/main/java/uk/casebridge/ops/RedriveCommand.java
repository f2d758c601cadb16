package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
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
        JsonNode answer = OperatorApi.connect()
                .post("/dead-letters/redrive", OperatorApi.body().put("recipient", recipient));
        spec.commandLine()
                .getOut()
                .println(said(
                        recipient,
                        answer.path("moved").asInt(),
                        answer.path("left").asLong()));
        return 0;
    }

    static String said(String recipient, int moved, long left) {
        String done = switch (moved) {
            case 0 -> "No dead letter of " + recipient + " was put back on its queue.";
            case 1 -> "1 dead letter of " + recipient + " is back on its queue.";
            default -> moved + " dead letters of " + recipient + " are back on its queue.";
        };
        return left == 0 ? done : done + " About " + left + " are left: run this again to go on.";
    }
}
