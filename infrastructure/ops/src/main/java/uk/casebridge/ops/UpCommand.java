package uk.casebridge.ops;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.casebridge.domain.recipient.Recipient;

/** Starts the local house, empty, and keeps it up until Ctrl-C. */
@Command(name = "up", description = "Start the local house, empty, and keep it up until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--agencies", description = "Start the sample agencies too, which receive what is sent to them.")
    private boolean agencies;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting the local house …");
        out.flush();
        try (LocalHouse house = new LocalHouse(Casebridge.root(), Programs.in(Casebridge.root()))) {
            Welcome.print(house.start(), out);
            if (agencies) {
                for (Recipient recipient : List.of(Recipient.values())) {
                    house.startAgency(recipient.id());
                }
            }
            int status = house.await();
            return status == 0 ? 0 : Casebridge.NOT_WELL;
        }
    }
}
