package uk.casebridge.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Starts a benchmark by its name. Each prints what it measured, in ratios, since machines differ. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.length < 1 || arguments.length > 2 || !arguments[0].equals("reading")) {
            err.println("casebridge bench reading [FOLDER]   reads generated papers, or those of a folder,"
                    + " with Tika and with ours");
            return 2;
        }
        Optional<Path> folder = arguments.length == 2 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
        return ReadingBench.of(folder, out).run();
    }
}
