package uk.casebridge.store.memory;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.review.Decision;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Decisions;

/** Decisions in memory. */
public final class MemoryDecisions implements Decisions {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final MemoryTable table;

    MemoryDecisions(MemoryTable table) {
        this.table = table;
    }

    /** A decision with what it is counted by. */
    record Decided(Decision decision, CourtCode court, Tally tally) {}

    @Override
    public List<Decision> of(PaperId paper) {
        synchronized (table) {
            return table.decisions.getOrDefault(paper, List.of()).stream()
                    .map(Decided::decision)
                    .toList();
        }
    }

    @Override
    public boolean add(Decision decision, Paper from, Paper to, Tally tally, AuditEntry entry) {
        synchronized (table) {
            List<Decided> before = table.decisions.computeIfAbsent(decision.paper(), none -> new ArrayList<>());
            Paper now = table.papers.get(decision.paper());
            if (decision.number() != before.size() + 1
                    || now == null
                    || now.state() != from.state()
                    || now.attempts() != from.attempts()) {
                return false;
            }
            before.add(new Decided(decision, from.court(), tally));
            table.papers.put(to.id(), to);
            table.note(entry);
            return true;
        }
    }

    @Override
    public List<Tally> tallies(CourtCode court, YearMonth month) {
        synchronized (table) {
            return table.decisions.values().stream()
                    .flatMap(List::stream)
                    .filter(row -> row.court().house().equals(court.house()))
                    .filter(row ->
                            YearMonth.from(row.decision().at().atZone(LONDON)).equals(month))
                    .map(Decided::tally)
                    .toList();
        }
    }
}
