package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts what was recorded against what was sent, received and acted on, recipient by recipient. */
@Command(
        name = "reconcile",
        description = {
            "Count what was recorded against what each recipient has.",
            "Status 1 if something is overdue or has no place."
        })
final class ReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JsonNode answer = OperatorApi.connect().get("/reconcile");
        PrintWriter out = spec.commandLine().getOut();
        boolean open = false;
        List<String> heads = new ArrayList<>(List.of("Recipient"));
        answer.path("recipients")
                .path(0)
                .path("states")
                .fieldNames()
                .forEachRemaining(state -> heads.add(title(state)));
        heads.add("Overdue");
        TextTable table = new TextTable(heads.toArray(String[]::new));
        for (JsonNode recipient : answer.path("recipients")) {
            List<String> cells =
                    new ArrayList<>(List.of(recipient.path("recipient").asText()));
            recipient.path("states").forEach(count -> cells.add(count.asText()));
            cells.add(recipient.path("overdue").asText());
            table.row(cells.toArray(String[]::new));
            open |= recipient.path("overdue").asInt() > 0
                    || recipient.path("states").path("UNPLACED").asInt() > 0;
        }
        out.print(table);
        if (answer.path("more").asBoolean()) {
            out.println("There are more than were looked at; the counts are the least there can be.");
        }
        out.println(
                open
                        ? "Something is overdue or has no place."
                                + " Call the recipient, or say the place with 'casebridge place'."
                        : "Nothing is overdue, and everything has a place.");
        out.flush();
        return open ? Casebridge.NOT_WELL : 0;
    }

    private static String title(String state) {
        return state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT);
    }
}
