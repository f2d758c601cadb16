package uk.casebridge.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a delivery goes whose place was not known. */
@Command(name = "place", description = "Say where a delivery goes whose place was not known.")
final class PlaceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DELIVERY", description = "The id of a delivery.")
    private String delivery = "";

    @Parameters(index = "1", paramLabel = "CODE", description = "The code of the recipient's place.")
    private String code = "";

    @Override
    public Integer call() throws Exception {
        OperatorApi.connect()
                .post(
                        "/deliveries/" + OperatorApi.inPath(delivery) + "/place",
                        OperatorApi.body().put("code", code));
        spec.commandLine().getOut().println("The delivery goes to " + code + ".");
        return 0;
    }
}
