package uk.casebridge.store.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.store.contract.Samples.NOW;
import static uk.casebridge.store.contract.Samples.line;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Store;
import uk.casebridge.store.contract.Samples;

/**
 * Records a paper of many defendants as the extract room does, dies at a write, is started again, and looks at what is
 * there: every record once, every delivery once, the paper closed once.
 */
public abstract class KillContract {

    /** Writes of one undisturbed run beside those of its records: stored, reading, closed. */
    protected static final int BESIDE_RECORDS = 3;

    private final CourtCode court = Samples.anyCourt();

    protected abstract Store store();

    /** Dies at the n-th write and runs again until done. */
    protected final void dieAndFinish(int defendants, int at, boolean after) {
        Paper awaited = Samples.awaited(court);
        store().papers().await(awaited, line(awaited.id(), "uploaded"));
        Killer killer = new Killer(store(), at, after);
        boolean died = false;
        try {
            record(killer, awaited.id(), defendants);
        } catch (Killer.Killed e) {
            died = true;
        }
        assertThat(died).as("died at write %s of %s", at, killer.writes()).isEqualTo(at <= defendants + BESIDE_RECORDS);

        record(store(), awaited.id(), defendants);

        everythingIsThereOnce(awaited.id(), defendants);
    }

    private void everythingIsThereOnce(PaperId id, int defendants) {
        Paper paper = store().papers().find(id).orElseThrow();
        assertThat(paper.state()).isEqualTo(PaperState.RECORDED);
        assertThat(paper.records()).isEqualTo(defendants);

        List<RecordVersion> versions = store().records().of(id);
        assertThat(versions).hasSize(defendants);
        assertThat(versions).extracting(RecordVersion::part).isSorted().doesNotHaveDuplicates();
        assertThat(versions).extracting(RecordVersion::id).doesNotHaveDuplicates();
        assertThat(versions).allMatch(version -> version.version() == 1);

        Set<DeliveryId> expected = new HashSet<>();
        for (RecordVersion version : versions) {
            for (Recipient recipient : Recipient.values()) {
                expected.add(DeliveryId.of(version.id(), 1, recipient));
            }
        }
        assertThat(store().deliveries().of(id)).extracting(Delivery::id).containsExactlyInAnyOrderElementsOf(expected);

        List<String> said =
                store().audit().of(id).stream().map(AuditEntry::what).toList();
        assertThat(said).containsOnlyOnce("stored", "closed");
        assertThat(said.stream().filter("recorded"::equals)).hasSize(defendants);
    }

    /** One run of a room over a paper, from wherever the run before it ended. */
    private static void record(Store store, PaperId id, int defendants) {
        Paper paper = store.papers().find(id).orElseThrow();
        if (paper.state() == PaperState.AWAITED) {
            Paper stored = Samples.stored(paper, Sha256.of(id.value().getBytes(StandardCharsets.UTF_8)));
            store.papers().store(paper, stored, line(id, "stored"));
            paper = stored;
        }
        if (paper.state() == PaperState.RECORDED) {
            return;
        }
        Paper reading = paper.reading(NOW.plusSeconds(5));
        store.papers().move(paper, reading, line(id, "reading"));
        for (int part = 1; part <= defendants; part++) {
            RecordKey key = new RecordKey("sample|" + id + "|" + part);
            int next = store.records()
                            .current(store.records().idOf(key))
                            .map(RecordVersion::version)
                            .orElse(0)
                    + 1;
            Fields fields = Fields.of(Field.stated("defendant.name", "Defendant " + part));
            RecordVersion version = Samples.version(store, key, next, id, part, fields);
            store.records().write(version, Samples.deliveries(store, version), List.of(), line(id, "recorded"));
        }
        store.papers()
                .close(
                        reading,
                        reading.recorded("prison-court-register", defendants, 1, NOW.plusSeconds(9)),
                        line(id, "closed"));
    }
}
