package uk.casebridge.ops;

import java.nio.file.Path;

/**
 * Where the programs lie that the command line starts as processes of their own.
 *
 * @param house class path of the local house
 * @param events class path of the published language, with the sample agencies
 */
record Programs(String house, String events) {

    /** Beside each other in a built checkout. */
    static Programs in(Path checkout) {
        return new Programs(classPath(checkout, "infrastructure/local"), classPath(checkout, "events"));
    }

    private static String classPath(Path checkout, String module) {
        Path target = checkout.resolve(module).resolve("target");
        return target.resolve("classes") + java.io.File.pathSeparator + target.resolve("lib") + "/*";
    }
}
