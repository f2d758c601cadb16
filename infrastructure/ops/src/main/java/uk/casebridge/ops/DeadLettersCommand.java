package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The messages a recipient gave back too often. */
@Command(name = "dead-letters", description = "The messages a recipient gave back too often.")
final class DeadLettersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPIENT", description = "crown-court, prison, careers …")
    private String recipient = "";

    @Override
    public Integer call() throws Exception {
        JsonNode answer = OperatorApi.connect().get("/dead-letters?recipient=" + OperatorApi.inPath(recipient));
        PrintWriter out = spec.commandLine().getOut();
        if (answer.path("deadLetters").isEmpty()) {
            out.println("The recipient " + recipient + " has no dead letters.");
        } else {
            TextTable table = new TextTable("Message", "Delivery", "Taken");
            for (JsonNode letter : answer.path("deadLetters")) {
                table.row(
                        letter.path("id").asText(),
                        PaperView.text(letter, "delivery").orElse("not one of ours"),
                        letter.path("receives").asText() + " times");
            }
            out.print(table);
            out.println("Put them back with 'casebridge redrive " + recipient + "' once the recipient can take them.");
        }
        out.flush();
        return 0;
    }
}
