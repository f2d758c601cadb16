package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows which code lists are in force, and imports published ones. */
@Command(
        name = "standing-data",
        description = "Show which code lists and bank holidays are in force, or import published ones.",
        subcommands = StandingDataCommand.ImportCommand.class)
final class StandingDataCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--all", description = "Every version, not only those in force today.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        TextTable table = new TextTable("List", "Version", "Rows", "Holds from", "Imported", "By");
        for (JsonNode list : OperatorApi.connect().get("/standing-data").path("lists")) {
            boolean shown = false;
            for (JsonNode version : list.path("versions")) {
                boolean inForce = version.path("inForce").asBoolean();
                if (all || inForce) {
                    table.row(
                            list.path("list").asText(),
                            version.path("number").asText() + (all && inForce ? " (in force)" : ""),
                            version.path("rows").asText(),
                            from(version),
                            version.path("importedAt").asText(),
                            version.path("importedBy").asText());
                    shown = true;
                }
            }
            if (!shown) {
                table.row(list.path("list").asText(), "built in", "-", "-", "-", "-");
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        out.flush();
        return 0;
    }

    private static String from(JsonNode version) {
        return version.path("fromTheBeginning").asBoolean()
                ? "the beginning"
                : version.path("effective").asText();
    }

    /** Sends published lists to be imported: all of them or, if anything is wrong with one, none. */
    @Command(
            name = "import",
            description = {
                "Import published lists, all or none. The name of a file says which list it is, such as"
                        + " cjs-offences.json or bank-holidays.json; else write LIST=FILE.",
                "Status 1 if anything is wrong with one of them; nothing is imported then."
            })
    static final class ImportCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of them.")
        private List<String> named = List.of();

        @Option(
                names = "--effective",
                paramLabel = "DATE",
                description =
                        "The date of hearing from which they hold, such as 2026-11-24. Unless it is said, the first"
                                + " version of a list holds from the beginning and a later one from today.")
        private @Nullable LocalDate effective;

        @Override
        public Integer call() throws Exception {
            ObjectNode body = OperatorApi.body();
            if (effective != null) {
                body.put("effective", effective.toString());
            }
            ArrayNode files = body.putArray("files");
            for (String name : named) {
                int equals = name.indexOf('=');
                Optional<String> list = equals > 0 && !Files.exists(Path.of(name))
                        ? Optional.of(name.substring(0, equals))
                        : Optional.empty();
                Path path = Path.of(list.isPresent() ? name.substring(equals + 1) : name);
                if (!Files.isReadable(path)) {
                    spec.commandLine().getErr().println("There is no file " + path + " to read.");
                    return Casebridge.NOT_WELL;
                }
                for (Path file : PaperFiles.in(List.of(path))) {
                    if (Files.isSameFile(file, path) || isList(file)) {
                        ObjectNode one = files.addObject();
                        one.put("name", file.getFileName().toString());
                        list.ifPresent(id -> one.put("list", id));
                        one.put("gzip", packed(file));
                    }
                }
            }
            print(OperatorApi.connect().post("/standing-data", body));
            return 0;
        }

        /** Of a folder, what may be a list; a licence beside them is none. */
        private static boolean isList(Path file) {
            return file.getFileName().toString().endsWith(".json");
        }

        private void print(JsonNode answer) {
            TextTable table = new TextTable("List", "Version", "Rows", "Holds from", "");
            for (JsonNode version : answer.path("imported")) {
                table.row(
                        version.path("list").asText(),
                        version.path("number").asText(),
                        version.path("rows").asText(),
                        from(version),
                        version.path("unchanged").asBoolean() ? "as before" : "imported");
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print(table);
            out.println("Papers are held against them within ten seconds.");
            out.flush();
        }

        private static String packed(Path file) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                Files.copy(file, gzip);
            }
            return Base64.getEncoder().encodeToString(packed.toByteArray());
        }
    }
}
