package uk.casebridge.store.memory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.delivery.DeliveryId;
import uk.casebridge.domain.delivery.DeliveryState;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.record.RecordId;
import uk.casebridge.domain.record.RecordKey;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Records;

/** Records in memory. */
public final class MemoryRecords implements Records {

    private static final byte[] KEY = "not a secret: nothing here is stored".getBytes(StandardCharsets.UTF_8);

    private final MemoryTable table;

    MemoryRecords(MemoryTable table) {
        this.table = table;
    }

    @Override
    public RecordId idOf(RecordKey key) {
        return new RecordId("r-" + hash("record", key.text()));
    }

    @Override
    public String caseGroup(String urn) {
        return hash("case", urn);
    }

    @Override
    public Optional<RecordVersion> current(RecordId id) {
        synchronized (table) {
            return Optional.ofNullable(table.versions.get(id)).map(List::getLast);
        }
    }

    @Override
    public Optional<RecordVersion> version(RecordId id, int version) {
        synchronized (table) {
            List<RecordVersion> versions = table.versions.getOrDefault(id, List.of());
            return version >= 1 && version <= versions.size()
                    ? Optional.of(versions.get(version - 1))
                    : Optional.empty();
        }
    }

    @Override
    public List<RecordVersion> of(PaperId paper) {
        synchronized (table) {
            Map<Integer, RecordVersion> lastOfPart = new TreeMap<>();
            table.parts.getOrDefault(paper, new TreeMap<>()).forEach((revised, part) -> {
                if (!part.passed()) {
                    lastOfPart.put(
                            revised.part(),
                            version(part.record(), part.version()).orElseThrow());
                }
            });
            return List.copyOf(lastOfPart.values());
        }
    }

    @Override
    public WriteOutcome write(
            RecordVersion version, List<Delivery> deliveries, List<DeliveryId> overtaken, AuditEntry entry) {
        Records.requireOwn(version, deliveries);
        synchronized (table) {
            TreeMap<MemoryTable.Revised, MemoryTable.Part> parts = partsOf(version.paper());
            MemoryTable.Revised revised = new MemoryTable.Revised(version.part(), version.revision());
            if (parts.containsKey(revised)) {
                return WriteOutcome.WRITTEN_BEFORE;
            }
            List<RecordVersion> versions = table.versions.getOrDefault(version.id(), new ArrayList<>());
            if (version.version() != versions.size() + 1) {
                return WriteOutcome.OVERTAKEN;
            }
            versions.add(version);
            table.versions.put(version.id(), versions);
            parts.put(revised, new MemoryTable.Part(version.id(), version.version(), false));
            deliveries.forEach(delivery -> table.deliveries.put(delivery.id(), delivery));
            for (DeliveryId id : overtaken) {
                table.deliveries.computeIfPresent(
                        id,
                        (same, delivery) -> delivery.state().mayBecome(DeliveryState.SUPERSEDED)
                                ? delivery.superseded()
                                : delivery);
            }
            table.note(entry);
            return WriteOutcome.WRITTEN;
        }
    }

    @Override
    public void pass(PaperId paper, int part, int revision, RecordId record, int currentVersion, AuditEntry entry) {
        synchronized (table) {
            if (partsOf(paper)
                            .putIfAbsent(
                                    new MemoryTable.Revised(part, revision),
                                    new MemoryTable.Part(record, currentVersion, true))
                    == null) {
                table.note(entry);
            }
        }
    }

    @Override
    public boolean takeBack(RecordVersion version, List<Delivery> deliveries, AuditEntry entry) {
        Records.requireOwn(version, deliveries);
        synchronized (table) {
            List<RecordVersion> versions = table.versions.getOrDefault(version.id(), List.of());
            if (version.version() != versions.size() + 1) {
                return false;
            }
            table.versions
                    .computeIfAbsent(version.id(), none -> new ArrayList<>())
                    .add(version);
            deliveries.forEach(delivery -> table.deliveries.put(delivery.id(), delivery));
            table.note(entry);
            return true;
        }
    }

    @Override
    public List<Done> done(PaperId paper) {
        synchronized (table) {
            return table.parts.getOrDefault(paper, new TreeMap<>()).entrySet().stream()
                    .map(entry -> new Done(
                            entry.getKey().part(),
                            entry.getKey().revision(),
                            entry.getValue().record(),
                            entry.getValue().version(),
                            entry.getValue().passed()))
                    .toList();
        }
    }

    private TreeMap<MemoryTable.Revised, MemoryTable.Part> partsOf(PaperId paper) {
        return table.parts.computeIfAbsent(paper, none -> new TreeMap<>());
    }

    static String hash(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] full = mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(full, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
