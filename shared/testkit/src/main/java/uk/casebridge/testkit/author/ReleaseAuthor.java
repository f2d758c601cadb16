package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Notifications that a prison releases somebody. */
final class ReleaseAuthor {

    private static final List<String> REGIONS =
            List.of("London", "Yorkshire and the Humber", "Wales", "South West", "East of England");
    private static final List<String> AREAS = List.of("London", "North West", "Yorkshire and the Humber");

    private ReleaseAuthor() {}

    static Draft write(Writing w, Chance chance) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate released = chance.weekday(LocalDate.of(2026, 6, 1), 120);
        LocalDate received = released.minusDays(chance.between(40, 700));
        boolean exchanged = w.has(Mistake.RELEASED_BEFORE_RECEIVED);
        People.Person person = People.someone(chance);
        String prison = bench.prisonFor(person);
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose(
                switch (w.layout()) {
                    case TABLE -> "Sent by the discharge office to those who act on the release.";
                    case TWO_COLUMN ->
                        "The following will be discharged from this prison, on licence where one is shown.";
                    case LETTER ->
                        "The person named below is to be discharged from this establishment. You have this notice because"
                                + " you supervise the licence, support the person after release or collect what is owed.";
                }));
        List<Pair> who = new ArrayList<>();
        who.add(w.person("prisoner.name", person));
        w.dateOfBirth("prisoner.dateOfBirth", chance.dateOfBirth(released, 19, 70), released)
                .ifPresent(who::add);
        who.add(w.text("prisoner.prisonNumber", Numbers.prisonNumber(chance)));
        if (chance.percent(60) || w.has(Mistake.WRONG_PNC_LETTER)) {
            who.add(w.pncId("prisoner.pncId", Numbers.pncId(chance)));
        }
        who.add(w.text("prison.name", prison));
        blocks.add(new Block.Pairs(Optional.of("The person"), who, true));
        List<Pair> release = new ArrayList<>();
        release.add(w.date("release.date", exchanged ? received : released));
        release.add(w.date("release.heldSince", exchanged ? released : received));
        boolean licence = chance.percent(70);
        release.add(w.text(
                "release.type",
                licence ? chance.oneOf(List.of("Licence", "Home detention curfew")) : "End of sentence"));
        release.add(w.lines("release.address", People.address(chance)));
        if (licence) {
            release.add(w.lines(
                    "release.conditions",
                    List.of(
                            "Be of good behaviour and keep in touch with the supervising officer.",
                            "Live where the supervising officer approves.",
                            "Not to enter the area marked on the map attached.")));
            release.add(w.date("release.licenceEnds", released.plusDays(chance.between(60, 400))));
            release.add(w.moment("supervision.firstAppointment", released, LocalTime.of(chance.between(13, 16), 0)));
            release.add(w.text("supervision.region", chance.oneOf(REGIONS)));
        }
        release.add(w.text("careersArea", chance.oneOf(AREAS)));
        blocks.add(new Block.Pairs(Optional.of("Leaving custody"), release, false));
        blocks.add(new Block.Prose("Tell the discharge office at once if any of this cannot be right."));
        return new Draft(
                switch (w.layout()) {
                    case TABLE -> "Release notification";
                    case TWO_COLUMN -> "Notification of release";
                    case LETTER -> "Notice of discharge";
                },
                List.of(prison, "Discharge office"),
                List.of(w.layout() == Layout.LETTER ? "" : "Official: sensitive"),
                blocks,
                "Release " + prison,
                Moments.afternoonOf(released.minusDays(3), chance),
                w.truth(),
                "release-notification-" + person.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                bench.code());
    }
}
