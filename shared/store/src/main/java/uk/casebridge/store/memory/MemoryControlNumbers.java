package uk.casebridge.store.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.ControlNumbers;

/** Document control numbers in memory. */
public final class MemoryControlNumbers implements ControlNumbers {

    private final Map<String, Holder> holders = new HashMap<>();

    MemoryControlNumbers() {}

    private record Holder(PaperId paper, String envelope) {}

    @Override
    public synchronized List<String> claim(PaperId paper, Bundle.Envelope envelope) {
        List<String> taken = envelope.controlNumbers().stream()
                .filter(number -> isTaken(Optional.ofNullable(holders.get(number)), paper, envelope))
                .toList();
        if (taken.isEmpty()) {
            envelope.controlNumbers().forEach(number -> holders.put(number, new Holder(paper, envelope.name())));
        }
        return taken;
    }

    private static boolean isTaken(Optional<Holder> holder, PaperId paper, Bundle.Envelope envelope) {
        return holder.isPresent()
                && !holder.get().paper().equals(paper)
                && !envelope.rescanFor().equals(Optional.of(holder.get().envelope()));
    }
}
