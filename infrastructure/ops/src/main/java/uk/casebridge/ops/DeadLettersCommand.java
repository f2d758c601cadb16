package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The messages a recipient, or a room of our own, gave back too often. */
@Command(name = "dead-letters", description = "The messages that a recipient or a room gave back too often.")
final class DeadLettersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "crown-court, prison … or extract, extract-urgent, picture; without one, everybody's.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() throws Exception {
        JsonNode letters = OperatorApi.connect()
                .get("/dead-letters"
                        + name.map(given -> "?" + QueueOwner.kindOf(given) + "=" + OperatorApi.inPath(given))
                                .orElse(""))
                .path("deadLetters");
        PrintWriter out = spec.commandLine().getOut();
        if (letters.isEmpty()) {
            out.println(name.map(given -> given + " has no dead letters.").orElse("There are no dead letters."));
        } else {
            TextTable table = new TextTable("Of", "Message", "About", "Taken");
            for (JsonNode letter : letters) {
                table.row(
                        letter.path("recipient").asText(letter.path("room").asText()),
                        letter.path("id").asText(),
                        about(letter),
                        letter.path("receives").asText() + " times");
            }
            out.print(table);
            out.println("Put them back with 'casebridge redrive " + name.orElse("NAME")
                    + "' once the cause is mended; the runbook of the alarm says how to find it.");
        }
        out.flush();
        return 0;
    }

    private static String about(JsonNode letter) {
        return PaperView.text(letter, "delivery")
                .or(() -> PaperView.text(letter, "paper"))
                .orElse(letter.path("ours").asBoolean() ? "a dropped file" : "not one of ours");
    }
}
