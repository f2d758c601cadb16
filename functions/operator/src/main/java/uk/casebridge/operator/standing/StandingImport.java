package uk.casebridge.operator.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.standing.CodeTable;
import uk.casebridge.domain.standing.ListVersion;
import uk.casebridge.domain.standing.ListVersions;
import uk.casebridge.domain.standing.StandingList;
import uk.casebridge.store.StandingLists;

/** Imports published lists: all files of a call or none, each held against what its list asks first. */
public final class StandingImport {

    private static final String JSON = ".json";

    /** The name of the upstream file that holds every organisation unit, of which the courts are taken. */
    private static final String ALL_UNITS = "organisation-unit";

    private final StandingLists lists;

    public StandingImport(StandingLists lists) {
        this.lists = lists;
    }

    /**
     * A file that somebody sends.
     *
     * @param name its name, which says which list it is unless that is said
     * @param list the id of the list, if it is said
     * @param bytes what is in it
     */
    public record Sent(String name, Optional<String> list, byte[] bytes) {}

    /**
     * Who imports, when, and from when it holds.
     *
     * @param who the operator
     * @param at now
     * @param effective the date of hearing from which the lists hold; empty for the usual: the first version of a list
     *     from the beginning, a later one from today
     * @param today the date in London
     */
    public record Order(String who, Instant at, Optional<LocalDate> effective, LocalDate today) {}

    /** What came of an import. */
    public sealed interface Outcome {

        /**
         * It is done.
         *
         * @param added the new versions
         * @param unchanged lists that say what the version in force says already
         */
        record Done(List<ListVersion> added, List<ListVersion> unchanged) implements Outcome {}

        /**
         * Nothing was written.
         *
         * @param faults what is wrong, a sentence each, with file and line
         */
        record Faulty(List<String> faults) implements Outcome {}

        /** Someone else imported at the same moment; nothing was written. */
        record Overtaken() implements Outcome {}
    }

    /** Imports files. */
    public Outcome run(List<Sent> files, Order order) {
        List<String> faults = new ArrayList<>();
        List<PublishedFile> published = new ArrayList<>();
        Set<StandingList> seen = EnumSet.noneOf(StandingList.class);
        for (Sent file : files) {
            Optional<StandingList> list = listOf(file);
            if (list.isEmpty()) {
                faults.add(file.name() + ": no list that can be imported is called so.");
            } else if (!seen.add(list.get())) {
                faults.add(file.name() + ": the list " + list.get().id() + " was given twice.");
            } else {
                PublishedFile read = PublishedFile.read(list.get(), file.name(), file.bytes());
                read.faults().forEach(fault -> faults.add(fault.toString()));
                published.add(read);
            }
        }
        return faults.isEmpty() ? write(published, order) : new Outcome.Faulty(faults);
    }

    private Outcome write(List<PublishedFile> published, Order order) {
        ListVersions now = lists.versions();
        List<ListVersion> added = new ArrayList<>();
        List<ListVersion> unchanged = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (PublishedFile file : published) {
            byte[] rows = CodeTable.of(file.rows()).bytes();
            int number = now.nextNumber(file.list());
            LocalDate effective =
                    order.effective().orElse(number == 1 ? ListVersion.FROM_THE_BEGINNING : order.today());
            ListVersion version = new ListVersion(
                    file.list(),
                    number,
                    effective,
                    order.at(),
                    order.who(),
                    file.rows().size(),
                    Sha256.of(rows));
            Optional<ListVersion> same = now.inForce(file.list(), effective)
                    .filter(before -> before.content().equals(version.content()));
            if (same.isPresent()) {
                unchanged.add(same.get());
            } else {
                added.add(version);
                contents.add(rows);
            }
        }
        return added.isEmpty() || lists.add(now.with(added), contents)
                ? new Outcome.Done(added, unchanged)
                : new Outcome.Overtaken();
    }

    private static Optional<StandingList> listOf(Sent file) {
        String id = file.list().orElseGet(() -> {
            String name = file.name().toLowerCase(Locale.ROOT);
            return name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
        });
        return id.equals(ALL_UNITS) ? Optional.of(StandingList.COURTS) : StandingList.withId(id);
    }
}
