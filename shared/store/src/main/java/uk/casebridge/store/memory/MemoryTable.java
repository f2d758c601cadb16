package uk.casebridge.store.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.person.BlockingKey;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.People.PersonEntry;

/** What the memory ports share. Whoever reads or writes it holds its lock, which is the object itself. */
final class MemoryTable {

    final SortedMap<PaperId, Paper> papers = new TreeMap<>();
    /** Which paper first had these bytes, by court house and SHA-256. */
    final Map<String, PaperId> claims = new HashMap<>();

    final Map<RecordId, List<RecordVersion>> versions = new HashMap<>();
    /** Which parts of a paper are written or passed. */
    final Map<PaperId, TreeMap<Revised, Part>> parts = new HashMap<>();

    /** What was decided about papers. */
    final Map<PaperId, List<MemoryDecisions.Decided>> decisions = new HashMap<>();

    /** What became of the parts of a bundle. */
    final Map<PaperId, TreeMap<Integer, KeptPart>> bundles = new HashMap<>();

    final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
    final Map<PaperId, List<AuditEntry>> audit = new HashMap<>();

    final Map<PersonId, Person> people = new HashMap<>();
    final Map<PersonId, List<PersonEntry>> peopleHistory = new HashMap<>();
    final Map<BlockingKey, Set<PersonId>> peopleByKey = new HashMap<>();
    /** How many people were made known under a key as the first of theirs. */
    final Map<BlockingKey, Long> peopleStamps = new HashMap<>();

    final Map<MentionId, Identification> identifications = new HashMap<>();
    /** Since when the people of a paper are to be found; nothing once they were. */
    final Map<PaperId, Optional<Instant>> peopleDue = new HashMap<>();

    /**
     * A part of a paper that is dealt with.
     *
     * @param passed whether the record was left as it was
     */
    record Part(RecordId record, int version, boolean passed) {}

    final Map<PaperId, List<Instruction>> instructions = new HashMap<>();
    /** A revision of a part of a paper. */
    record Revised(int part, int revision) implements Comparable<Revised> {
        @Override
        public int compareTo(Revised other) {
            int byPart = Integer.compare(part, other.part);
            return byPart != 0 ? byPart : Integer.compare(revision, other.revision);
        }
    }

    void note(AuditEntry entry) {
        audit.computeIfAbsent(entry.paper(), paper -> new ArrayList<>()).add(entry);
    }

    void note(PaperId bundle, KeptPart part) {
        bundles.computeIfAbsent(bundle, none -> new TreeMap<>()).putIfAbsent(part.number(), part);
    }

    List<KeptPart> bundled(PaperId bundle) {
        return List.copyOf(bundles.getOrDefault(bundle, new TreeMap<>()).values());
    }

    int partsOf(PaperId paper) {
        TreeMap<Revised, Part> written = parts.get(paper);
        return written == null
                ? 0
                : (int) written.keySet().stream().map(Revised::part).distinct().count();
    }
}
