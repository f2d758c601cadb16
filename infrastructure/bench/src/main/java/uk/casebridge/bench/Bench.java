package uk.casebridge.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Starts a benchmark by its name. Each prints what it measured, in ratios, since machines differ. */
public final class Bench {

    private static final long SEED = 7;
    private static final int PEOPLE = 1_000_000;
    private static final int PAPERS_TO_PEOPLE = 5;

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        String which = arguments.length == 0 ? "" : arguments[0];
        Optional<String> second = arguments.length == 2 ? Optional.of(arguments[1]) : Optional.empty();
        if (which.equals("reading") && arguments.length <= 2) {
            return ReadingBench.of(second.map(Path::of), out).run();
        }
        if (which.equals("identity")
                && arguments.length <= 2
                && second.map(text -> text.matches("[1-9][0-9]{2,6}")).orElse(true)) {
            int people = second.map(Integer::valueOf).orElse(PEOPLE);
            return new IdentityBench(SEED, people, people / PAPERS_TO_PEOPLE).run(out);
        }
        err.println("casebridge bench reading [FOLDER]    reads generated papers, or those of a folder,"
                + " with Tika and with ours");
        err.println("casebridge bench identity [PEOPLE]   finds generated people again, a million if not said");
        return 2;
    }
}
