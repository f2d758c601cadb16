package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the dead letters of a recipient, or of a room of our own, back on its queue. */
@Command(name = "redrive", description = "Put the dead letters of a recipient or a room back on its queue.")
final class RedriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "crown-court, prison … or extract, extract-urgent, picture")
    private String name = "";

    @Override
    public Integer call() throws Exception {
        JsonNode answer = OperatorApi.connect()
                .post("/dead-letters/redrive", OperatorApi.body().put(QueueOwner.kindOf(name), name));
        spec.commandLine()
                .getOut()
                .println(said(
                        name, answer.path("moved").asInt(), answer.path("left").asLong()));
        return 0;
    }

    static String said(String name, int moved, long left) {
        String done = switch (moved) {
            case 0 -> "No dead letter of " + name + " was put back on its queue.";
            case 1 -> "1 dead letter of " + name + " is back on its queue.";
            default -> moved + " dead letters of " + name + " are back on its queue.";
        };
        return left == 0 ? done : done + " About " + left + " are left: run this again to go on.";
    }
}
