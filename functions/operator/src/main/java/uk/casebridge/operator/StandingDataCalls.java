package uk.casebridge.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import uk.casebridge.domain.standing.ListVersion;
import uk.casebridge.domain.standing.ListVersions;
import uk.casebridge.domain.standing.StandingList;
import uk.casebridge.operator.standing.StandingImport;
import uk.casebridge.operator.standing.StandingImport.Outcome;
import uk.casebridge.operator.standing.StandingImport.Sent;
import uk.casebridge.store.StandingLists;

/** The calls about standing data: what is in force, and the import of published lists. */
final class StandingDataCalls {

    /** An unpacked file of more bytes is no list; the largest published one has three million. */
    static final int LARGEST_FILE = 32 * 1024 * 1024;

    private static final int MOST_FAULTS = 50;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final StandingLists lists;
    private final Clock clock;

    StandingDataCalls(StandingLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** Every list with its versions, and which of them is in force today. */
    ObjectNode lists() {
        ListVersions versions = lists.versions();
        LocalDate today = today();
        ObjectNode view = Views.object();
        ArrayNode all = view.putArray("lists");
        for (StandingList list : StandingList.values()) {
            ObjectNode one = all.addObject().put("list", list.id()).put("title", list.title());
            Optional<ListVersion> inForce = versions.inForce(list, today);
            ArrayNode imported = one.putArray("versions");
            versions.all().stream()
                    .filter(version -> version.list() == list)
                    .forEach(version -> imported.add(view(version)
                            .put("inForce", inForce.filter(version::equals).isPresent())));
        }
        return view;
    }

    /** Imports the files of a call, all or none. */
    ObjectNode importLists(OperatorCall call) {
        StandingImport.Order order = new StandingImport.Order(call.who(), clock.instant(), effective(call), today());
        switch (new StandingImport(lists).run(files(call.json()), order)) {
            case Outcome.Done(List<ListVersion> added, List<ListVersion> unchanged) -> {
                ObjectNode view = Views.object();
                ArrayNode imported = view.putArray("imported");
                added.forEach(version -> imported.add(view(version).put("unchanged", false)));
                unchanged.forEach(version -> imported.add(view(version).put("unchanged", true)));
                return view;
            }
            case Outcome.Faulty(List<String> faults) -> throw faulty(faults);
            case Outcome.Overtaken() ->
                throw OperatorProblem.conflict(
                        "imported-meanwhile",
                        "Someone else imported standing data meanwhile",
                        "Nothing was written. Look at what is in force now and import again if it is still wanted.");
        }
    }

    private static OperatorProblem faulty(List<String> faults) {
        StringBuilder detail = new StringBuilder("Nothing was imported.");
        faults.stream().limit(MOST_FAULTS).forEach(fault -> detail.append('\n').append(fault));
        if (faults.size() > MOST_FAULTS) {
            detail.append("\nAnd ").append(faults.size() - MOST_FAULTS).append(" more.");
        }
        return new OperatorProblem(422, "standing-data-faulty", "The lists cannot be imported", detail.toString());
    }

    private static ObjectNode view(ListVersion version) {
        return Views.object()
                .put("list", version.list().id())
                .put("title", version.list().title())
                .put("number", version.number())
                .put("rows", version.rows())
                .put("effective", version.effective().toString())
                .put("fromTheBeginning", version.effective().equals(ListVersion.FROM_THE_BEGINNING))
                .put("importedAt", version.importedAt().toString())
                .put("importedBy", version.importedBy());
    }

    private static Optional<LocalDate> effective(OperatorCall call) {
        try {
            return call.optionalText("effective").map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw OperatorProblem.badRequest("The effective date is not of the form 2026-11-24.");
        }
    }

    private static List<Sent> files(JsonNode body) {
        List<Sent> files = new ArrayList<>();
        for (JsonNode file : body.path("files")) {
            JsonNode list = file.path("list");
            files.add(new Sent(
                    file.path("name").asText(),
                    list.isTextual() ? Optional.of(list.asText()) : Optional.empty(),
                    unpacked(file.path("gzip").asText())));
        }
        if (files.isEmpty()) {
            throw OperatorProblem.badRequest("The body needs files.");
        }
        return files;
    }

    private static byte[] unpacked(String base64) {
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw OperatorProblem.badRequest("A file unpacks to more than " + LARGEST_FILE + " bytes.");
            }
            return bytes;
        } catch (IOException | IllegalArgumentException e) {
            throw OperatorProblem.badRequest("A file is not gzip in base 64.");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(LONDON));
    }
}
