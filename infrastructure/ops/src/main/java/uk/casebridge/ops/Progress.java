package uk.casebridge.ops;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.casebridge.ops.OperatorApi.RefusedException;

/** Follows papers by their stored state, with a line each time one moves on. */
final class Progress {

    private static final Duration STEP = Duration.ofMillis(400);

    private final OperatorApi api;
    private final PrintWriter out;
    private final Clock clock;

    Progress(OperatorApi api, PrintWriter out, Clock clock) {
        this.api = api;
        this.out = out;
        this.clock = clock;
    }

    /** When a paper is waited for no longer. */
    interface Goal {
        boolean isReached(PaperView paper);
    }

    /**
     * Follows papers until each has reached the goal or the time is over.
     *
     * @return the papers as they were last seen, in the order given, each with those it was taken apart into
     */
    List<PaperView> follow(List<String> papers, Goal goal, Duration patience)
            throws NotReachedException, RefusedException, InterruptedException {
        Instant end = clock.instant().plus(patience);
        Map<String, PaperView> seen = new HashMap<>();
        Map<String, String> told = new HashMap<>();
        List<String> followed = new ArrayList<>(papers);
        List<String> open = new ArrayList<>(papers);
        while (!open.isEmpty()) {
            Map<String, PaperView> reached = new LinkedHashMap<>();
            for (String id : open) {
                PaperView paper = new PaperView(api.get("/papers/" + OperatorApi.inPath(id)));
                seen.put(id, paper);
                String now = line(paper);
                if (!now.equals(told.put(id, now))) {
                    out.println("  " + now);
                    out.flush();
                }
                if (goal.isReached(paper)) {
                    reached.put(id, paper);
                }
            }
            open.removeAll(reached.keySet());
            for (Map.Entry<String, PaperView> one : reached.entrySet()) {
                // What a file is taken apart into is followed in its place.
                int at = followed.indexOf(one.getKey());
                for (String part : one.getValue().papersWithin()) {
                    if (!followed.contains(part)) {
                        followed.add(++at, part);
                        open.add(part);
                    }
                }
            }
            if (open.isEmpty() || clock.instant().isAfter(end)) {
                break;
            }
            Thread.sleep(STEP);
        }
        return followed.stream().filter(seen::containsKey).map(seen::get).toList();
    }

    private static String line(PaperView paper) {
        long sent = paper.deliveries().stream().filter(PaperView::isSent).count();
        long received =
                paper.deliveries().stream().filter(PaperView::isReceived).count();
        int all = paper.deliveries().size();
        String deliveries = all == 0 ? "" : "; sent " + sent + " of " + all + ", received " + received + " of " + all;
        return paper.fileName() + ": " + paper.stateTitle() + deliveries;
    }
}
