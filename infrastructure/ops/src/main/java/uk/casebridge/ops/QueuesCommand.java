package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How each recipient's queues stand, and whether a room has dead letters. */
@Command(name = "queues", description = "How each recipient's queues stand, and whether a room has dead letters.")
final class QueuesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JsonNode answer = OperatorApi.connect().get("/queues");
        TextTable table = new TextTable("Queue of", "Waiting", "In hand", "Dead letters");
        for (JsonNode queue : answer.path("queues")) {
            table.row(
                    queue.path("recipient").asText(),
                    queue.path("waiting").asText(),
                    queue.path("inHand").asText(),
                    queue.path("dead").asText());
        }
        for (JsonNode room : answer.path("rooms")) {
            table.row(room.path("room").asText(), "", "", room.path("dead").asText());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        out.flush();
        return 0;
    }
}
