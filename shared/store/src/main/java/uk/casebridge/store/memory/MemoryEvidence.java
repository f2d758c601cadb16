package uk.casebridge.store.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.Evidence;

/** Evidence in memory. */
public final class MemoryEvidence implements Evidence {

    private final Map<String, byte[]> byName = new ConcurrentHashMap<>();

    @Override
    public void put(PaperId paper, String name, byte[] bytes, String mediaType) {
        byName.put(paper + "/" + Evidence.requireName(name), bytes.clone());
    }

    @Override
    public Optional<byte[]> get(PaperId paper, String name) {
        return Optional.ofNullable(byName.get(paper + "/" + Evidence.requireName(name)))
                .map(byte[]::clone);
    }
}
