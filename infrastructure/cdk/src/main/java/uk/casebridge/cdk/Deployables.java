package uk.casebridge.cdk;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the packaged function of each room lies. */
@FunctionalInterface
public interface Deployables {

    /** The folder that becomes the function's code: classes at its root, jars in {@code lib}. */
    Path of(Room room);

    /**
     * The folders that the build packages.
     *
     * @param checkout the folder with the parent {@code pom.xml}
     * @return deployables that answer with an {@link IllegalStateException} saying what to build if one is missing
     */
    static Deployables built(Path checkout) {
        return room -> {
            Path module = Path.of("functions", room.id());
            Path deployable = checkout.resolve(module).resolve(Path.of("target", "deployable"));
            if (!Files.isDirectory(deployable)) {
                throw new IllegalStateException("The " + room.id() + " function is not packaged: " + deployable
                        + " is not there. Build it first: mvn -DskipTests -am -pl " + module + " package");
            }
            return deployable;
        };
    }
}
