package uk.casebridge.ops;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. It is a client of the operator API, locally and in AWS, and never touches the table. */
@Command(
        name = "casebridge",
        mixinStandardHelpOptions = true,
        version = "Casebridge 1.0.0",
        description = "Court papers from the magistrates' clerk to every agency's queue.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            SubmitCommand.class,
            StatusCommand.class,
            ReadCommand.class,
            QueuesCommand.class,
            DeadLettersCommand.class,
            RedriveCommand.class,
            RetryCommand.class,
            WithdrawCommand.class,
            RecallCommand.class,
            BreachReportCommand.class,
            PlaceCommand.class,
            WhoCommand.class,
            ReconcileCommand.class,
            StandingDataCommand.class,
            DeployCommand.class
        },
        footer = {
            "",
            "Besides these: 'casebridge bench reading [FOLDER]' measures reading, 'casebridge bench identity' the finding of"
                    + " people.",
            "Status: 0 done, 1 not everything came out well, 2 not understood, 3 Casebridge is not to be reached."
        })
public final class Casebridge {

    /** Not everything came out well. */
    static final int NOT_WELL = 1;

    /** Casebridge is not to be reached. */
    static final int NOT_REACHED = 3;

    private Casebridge() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Casebridge())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, result) -> {
                    PrintWriter err = command.getErr();
                    return switch (problem) {
                        case NotReachedException notReached -> {
                            err.println(notReached.getMessage());
                            yield NOT_REACHED;
                        }
                        case OperatorApi.RefusedException refused -> {
                            err.println(refused.getMessage());
                            yield NOT_WELL;
                        }
                        case InterruptedException interrupted -> {
                            Thread.currentThread().interrupt();
                            err.println("Interrupted.");
                            yield NOT_WELL;
                        }
                        default -> throw problem;
                    };
                });
    }

    /** The checkout this command was started from; the start script says it. */
    static Path root() {
        return Path.of(System.getProperty("casebridge.root", "."))
                .toAbsolutePath()
                .normalize();
    }
}
