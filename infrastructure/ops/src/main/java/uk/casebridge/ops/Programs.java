package uk.casebridge.ops;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the programs lie that the command line starts as processes of their own.
 *
 * @param house class path of the local house
 * @param events class path of the published language, with the sample agencies
 */
record Programs(String house, String events) {

    /**
     * Beside each other in a built checkout.
     *
     * @throws IOException if it is not built
     */
    static Programs in(Path checkout) throws IOException {
        return new Programs(classPath(checkout, "infrastructure/local"), classPath(checkout, "events"));
    }

    /** The classes of a module and what they depend on, as the build wrote it down. */
    static String classPath(Path checkout, String module) throws IOException {
        Path target = checkout.resolve(module).resolve("target");
        return target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("classpath")).strip();
    }
}
