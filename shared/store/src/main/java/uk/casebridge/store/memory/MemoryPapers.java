package uk.casebridge.store.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.paper.Instruction;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.paper.PartOf;
import uk.casebridge.domain.paper.Sha256;
import uk.casebridge.domain.review.Harm;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Page;
import uk.casebridge.store.Papers;

/** Papers in memory. */
public final class MemoryPapers implements Papers {

    private final MemoryTable table;

    MemoryPapers(MemoryTable table) {
        this.table = table;
    }

    @Override
    public void await(Paper paper, AuditEntry entry) {
        synchronized (table) {
            if (table.papers.putIfAbsent(paper.id(), paper) != null) {
                throw new IllegalStateException("There is a paper " + paper.id() + " already");
            }
            table.note(entry);
        }
    }

    @Override
    public Optional<Paper> find(PaperId id) {
        synchronized (table) {
            return Optional.ofNullable(table.papers.get(id));
        }
    }

    @Override
    public StoreOutcome store(Paper awaited, Paper stored, AuditEntry entry) {
        Sha256 sha256 = stored.sha256()
                .orElseThrow(() -> new IllegalArgumentException("A stored paper has a SHA-256: " + stored.id()));
        synchronized (table) {
            if (!isStill(awaited)) {
                return new StoreOutcome.Moved();
            }
            PaperId first = table.claims.putIfAbsent(claim(stored, sha256), stored.id());
            if (first != null) {
                return new StoreOutcome.SameBytes(first);
            }
            put(stored, entry);
            return new StoreOutcome.Stored();
        }
    }

    @Override
    public StoreOutcome storePart(Paper part, KeptPart note, AuditEntry entry) {
        Sha256 sha256 = part.sha256()
                .orElseThrow(() -> new IllegalArgumentException("A stored part has a SHA-256: " + part.id()));
        PartOf partOf =
                part.partOf().orElseThrow(() -> new IllegalArgumentException("No part of a bundle: " + part.id()));
        synchronized (table) {
            if (table.papers.containsKey(part.id())) {
                return new StoreOutcome.Moved();
            }
            if (part.state() != PaperState.DUPLICATE) {
                PaperId first = table.claims.putIfAbsent(claim(part, sha256), part.id());
                if (first != null) {
                    return new StoreOutcome.SameBytes(first);
                }
            }
            table.note(partOf.bundle(), note);
            put(part, entry);
            return new StoreOutcome.Stored();
        }
    }

    private static String claim(Paper paper, Sha256 sha256) {
        return paper.court().house() + " " + sha256;
    }

    @Override
    public void notePart(PaperId bundle, KeptPart note) {
        synchronized (table) {
            table.note(bundle, note);
        }
    }

    @Override
    public List<KeptPart> partsOf(PaperId bundle) {
        synchronized (table) {
            return table.bundled(bundle);
        }
    }

    @Override
    public boolean move(Paper from, Paper to, AuditEntry entry) {
        synchronized (table) {
            if (!isStill(from)) {
                return false;
            }
            put(to, entry);
            return true;
        }
    }

    @Override
    public boolean close(Paper from, Paper to, AuditEntry entry) {
        synchronized (table) {
            boolean whole = to.state() == PaperState.TAKEN_APART
                    ? table.bundled(to.id()).size() == to.parts()
                    : table.partsOf(to.id()) == to.records();
            if (!whole || !isStill(from)) {
                return false;
            }
            put(to, entry);
            return true;
        }
    }

    @Override
    public boolean instruct(Instruction instruction, Paper from, Paper to, AuditEntry entry) {
        synchronized (table) {
            List<Instruction> said =
                    table.instructions.computeIfAbsent(instruction.paper(), paper -> new ArrayList<>());
            if (!isStill(from) || said.stream().anyMatch(other -> other.getClass() == instruction.getClass())) {
                return false;
            }
            said.add(instruction);
            put(to, entry);
            return true;
        }
    }

    @Override
    public List<Instruction> instructions(PaperId paper) {
        synchronized (table) {
            return table.instructions.getOrDefault(paper, List.of()).stream()
                    .sorted(Comparator.comparing(Instruction::at))
                    .toList();
        }
    }

    @Override
    public boolean withdraw(Paper from, Paper to, AuditEntry entry) {
        synchronized (table) {
            if (!isStill(from)) {
                return false;
            }
            from.sha256().ifPresent(sha256 -> table.claims.remove(claim(from, sha256), from.id()));
            put(to, entry);
            return true;
        }
    }

    @Override
    public Page<Paper> ofCourt(CourtCode court, Optional<String> cursor, int limit) {
        synchronized (table) {
            List<Paper> found = table.papers.values().stream()
                    .filter(paper -> paper.court().house().equals(court.house()))
                    .sorted(Comparator.comparing(Paper::id).reversed())
                    .filter(paper -> cursor.isEmpty() || paper.id().value().compareTo(cursor.get()) < 0)
                    .limit(limit + 1L)
                    .toList();
            return Pages.cut(found, limit, paper -> paper.id().value());
        }
    }

    @Override
    public Page<Paper> waiting(CourtCode court, Optional<String> cursor, int limit) {
        synchronized (table) {
            List<Paper> found = table.papers.values().stream()
                    .filter(paper -> paper.state() == PaperState.REVIEW)
                    .filter(paper -> paper.court().house().equals(court.house()))
                    .sorted(Comparator.comparing(MemoryPapers::place))
                    .filter(paper -> cursor.isEmpty() || place(paper).compareTo(cursor.get()) > 0)
                    .limit(limit + 1L)
                    .toList();
            return Pages.cut(found, limit, MemoryPapers::place);
        }
    }

    /** Where a paper stands in the list of its desk: by harm, then by how long it waits. */
    private static String place(Paper paper) {
        return "%d#%020d#%s"
                .formatted(
                        paper.harm().orElse(Harm.OTHER).ordinal(),
                        paper.changedAt().toEpochMilli(),
                        paper.id());
    }

    @Override
    public List<Paper> inStateSince(PaperState state, Instant before, int limit) {
        synchronized (table) {
            return table.papers.values().stream()
                    .filter(paper -> paper.state() == state && paper.changedAt().isBefore(before))
                    .sorted(Comparator.comparing(Paper::changedAt).thenComparing(Paper::id))
                    .limit(limit)
                    .toList();
        }
    }

    // States only move forward and every attempt is counted, so these two tell whether anyone moved it.
    private boolean isStill(Paper read) {
        Paper now = table.papers.get(read.id());
        return now != null && now.state() == read.state() && now.attempts() == read.attempts();
    }

    private void put(Paper paper, AuditEntry entry) {
        table.papers.put(paper.id(), paper);
        table.note(entry);
    }
}
