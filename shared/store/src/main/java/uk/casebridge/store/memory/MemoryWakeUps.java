package uk.casebridge.store.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.store.WakeUps;

/** Wake-up calls noted in memory; nobody wakes. */
public final class MemoryWakeUps implements WakeUps {

    private final List<PaperId> extracts = new CopyOnWriteArrayList<>();
    private final List<PaperId> pictures = new CopyOnWriteArrayList<>();

    @Override
    public void extract(PaperId paper) {
        extracts.add(paper);
    }

    @Override
    public void picture(PaperId paper) {
        pictures.add(paper);
    }

    /** The papers the extract room was called for, in order. */
    public List<PaperId> extracts() {
        return List.copyOf(extracts);
    }

    /** The papers the picture room was called for, in order. */
    public List<PaperId> pictures() {
        return List.copyOf(pictures);
    }
}
