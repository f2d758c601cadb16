package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts what was recorded against what was sent, received and acted on, recipient by recipient. */
@Command(name = "reconcile", description = "Count what was recorded against what each recipient has.")
final class ReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JsonNode answer = OperatorApi.connect().get("/reconcile");
        PrintWriter out = spec.commandLine().getOut();
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        out.flush();
        return 0;
    }
}
