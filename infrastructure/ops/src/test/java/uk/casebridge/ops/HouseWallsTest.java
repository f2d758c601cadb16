package uk.casebridge.ops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the house: who may know whom, over the classes of every module of the build. */
class HouseWallsTest {

    private static final List<String> ROOMS =
            List.of("portal", "extract", "picture", "relay", "agencies", "operator", "sweep");
    private static final Set<String> TOP_LEVEL =
            Set.of("functions", "infrastructure", "shared", "events", "pom.xml", "README.md", "target");
    private static final int LONGEST_HANDLER = 60;

    private static Path root = Path.of("");
    private static JavaClasses classes = new ClassFileImporter().importPackages(List.of());

    @BeforeAll
    static void importEveryModule() throws IOException {
        root = CloudUnderTest.checkout();
        List<Path> compiled = new ArrayList<>();
        for (String module : modules()) {
            Path folder = root.resolve(module).resolve("target/classes");
            assumeTrue(
                    Files.isDirectory(folder),
                    () -> "The walls are checked over the whole build; not compiled: " + module);
            compiled.add(folder);
        }
        classes = new ClassFileImporter().importPaths(compiled);
    }

    private static List<String> modules() {
        return Stream.concat(
                        Stream.of("events", "shared/domain", "shared/reading", "shared/store", "shared/testkit"),
                        ROOMS.stream().map(room -> "functions/" + room))
                .toList();
    }

    @Test
    void shouldLetTheDomainKnowOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("uk.casebridge.domain..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("uk.casebridge.domain..", "java..", "org.jspecify..")
                .check(classes);
    }

    @Test
    void shouldLetTheEventsKnowNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("uk.casebridge.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "uk.casebridge.domain..",
                        "uk.casebridge.store..",
                        "uk.casebridge.reading..",
                        "uk.casebridge.testkit..")
                .check(classes);
    }

    @Test
    void shouldKeepTheCloudOutOfReading() {
        noClasses()
                .that()
                .resideInAPackage("uk.casebridge.reading..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..", "uk.casebridge.store..")
                .check(classes);
    }

    @Test
    void shouldLetOnlyExtractAndPictureKnowReading() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS.stream()
                        .filter(room -> !room.equals("extract") && !room.equals("picture"))
                        .map(room -> "uk.casebridge." + room + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("uk.casebridge.reading..", "org.apache.pdfbox..", "org.apache.tika..")
                .check(classes);
    }

    @Test
    void shouldLetNoRoomKnowAnother() {
        for (String room : ROOMS) {
            noClasses()
                    .that()
                    .resideInAPackage("uk.casebridge." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOMS.stream()
                            .filter(other -> !other.equals(room))
                            .map(other -> "uk.casebridge." + other + "..")
                            .toArray(String[]::new))
                    .check(classes);
        }
    }

    @Test
    void shouldKeepTheTestkitOutOfWhatIsDeployed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("uk.casebridge.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("uk.casebridge.testkit..")
                .check(classes);
    }

    @Test
    void shouldTakeTheTimeFromAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("uk.casebridge.testkit..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(classes);
    }

    @Test
    void shouldKeepHandlersShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> sources =
                    Files.walk(root.resolve("functions").resolve(room).resolve("src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith("Handler.java"))
                        .toList()) {
                    long lines = Files.readAllLines(source).size();
                    if (lines >= LONGEST_HANDLER) {
                        tooLong.add(root.relativize(source) + ": " + lines + " lines");
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void shouldHoldNothingElseAtTheTop() throws IOException {
        try (Stream<Path> top = Files.list(root)) {
            assertThat(top.map(path -> path.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .filter(name -> !TOP_LEVEL.contains(name))
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void shouldUseNoNameThatSaysNothing() throws IOException {
        assertThat(classes.stream()
                        .map(type -> type.getSimpleName())
                        .filter(name -> name.matches(".*(Manager|Helper|Utils?|Impl)$"))
                        .toList())
                .isEmpty();
    }
}
