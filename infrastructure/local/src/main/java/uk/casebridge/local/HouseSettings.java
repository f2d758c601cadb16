package uk.casebridge.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.local.engine.Person;

/**
 * How to start a local house.
 *
 * @param templates the synthesised templates, core before door
 * @param assets the folder relative asset paths start from; empty is each template's own
 * @param state where {@code house.json} is written when the house is ready; empty writes none
 * @param port the portal's port; 0 lets the system choose
 * @param verbose whether every ignored property is printed with its reason
 * @param people who can sign in
 * @param overrides settings that replace the template's in functions
 */
public record HouseSettings(
        List<Path> templates,
        Optional<Path> assets,
        Optional<Path> state,
        int port,
        boolean verbose,
        List<Person> people,
        Map<String, String> overrides) {

    private static final List<Person> PEOPLE = List.of(
            new Person("clerk.bexley", List.of("clerk", "court-B01BH00")),
            new Person("clerk.lavender-hill", List.of("clerk", "court-B01LY00")),
            new Person("clerk.croydon", List.of("clerk", "court-B01EF00")),
            new Person("reviewer.bexley", List.of("clerk", "reviewer", "court-B01BH00")),
            new Person("second.bexley", List.of("clerk", "reviewer", "court-B01BH00")),
            new Person("nobody", List.of()));

    public HouseSettings {
        templates = List.copyOf(templates);
        people = List.copyOf(people);
        overrides = Map.copyOf(overrides);
    }

    /** A house of these templates, its people those of the local house, reading in a process that can be killed. */
    public static HouseSettings of(List<Path> templates) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new HouseSettings(
                templates,
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                PEOPLE,
                Map.of("CASEBRIDGE_READING", "child", "CASEBRIDGE_JAVA", java));
    }

    public HouseSettings withAssets(Path folder) {
        return new HouseSettings(templates, Optional.of(folder), state, port, verbose, people, overrides);
    }

    public HouseSettings withState(Path file) {
        return new HouseSettings(templates, assets, Optional.of(file), port, verbose, people, overrides);
    }

    public HouseSettings withPort(int number) {
        return new HouseSettings(templates, assets, state, number, verbose, people, overrides);
    }

    public HouseSettings withVerbose(boolean all) {
        return new HouseSettings(templates, assets, state, port, all, people, overrides);
    }

    /**
     * Reads the command line: {@code --template FILE} (again for each), {@code --assets DIR}, {@code --state FILE},
     * {@code --port N}, {@code --verbose}.
     *
     * @throws IllegalArgumentException naming what is not understood
     */
    public static HouseSettings parse(List<String> arguments) {
        List<Path> templates = new java.util.ArrayList<>();
        HouseSettings settings = of(List.of());
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (option.equals("--verbose")) {
                settings = settings.withVerbose(true);
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " is not known, or lacks its value");
            }
            String value = arguments.get(++i);
            settings = switch (option) {
                case "--template" -> {
                    templates.add(Path.of(value));
                    yield settings;
                }
                case "--assets" -> settings.withAssets(Path.of(value));
                case "--state" -> settings.withState(Path.of(value));
                case "--port" -> settings.withPort(Integer.parseInt(value));
                default -> throw new IllegalArgumentException(option + " is not known");
            };
        }
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("At least one --template FILE is needed");
        }
        return new HouseSettings(
                templates,
                settings.assets(),
                settings.state(),
                settings.port(),
                settings.verbose(),
                settings.people(),
                settings.overrides());
    }
}
