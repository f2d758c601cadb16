package uk.casebridge.extract;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.person.Agreement;
import uk.casebridge.domain.person.Comparison;
import uk.casebridge.domain.person.Decision;
import uk.casebridge.domain.person.Doubt;
import uk.casebridge.domain.person.Identification;
import uk.casebridge.domain.person.Identification.State;
import uk.casebridge.domain.person.Mention;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.WhoIsThis;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.Audit;
import uk.casebridge.store.AuditEntry;
import uk.casebridge.store.Metrics;
import uk.casebridge.store.People;
import uk.casebridge.store.People.Found;
import uk.casebridge.store.People.WriteOutcome;
import uk.casebridge.store.Records;

/**
 * Finds out whom the records of a paper are about: someone known, someone new, or a question for a person. It comes
 * after the paper is closed, so that no delivery waits for it; the table says for which papers it is still to be done,
 * and a run that failed or died is made again when the sweep calls.
 */
final class Identifying {

    /** How often a mention is looked at again because people were changed meanwhile. */
    private static final int TRIES = 8;

    private final People people;
    private final Records records;
    private final Audit audit;
    private final Metrics metrics;
    private final Clock clock;

    Identifying(People people, Records records, Audit audit, Metrics metrics, Clock clock) {
        this.people = people;
        this.records = records;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Notes that the people of a paper are to be found. */
    void due(PaperId paper) {
        people.due(paper, clock.instant());
    }

    /** Finds the people of a paper, if that is still to be done. */
    void identify(Paper paper) {
        if (!people.isDue(paper.id())) {
            return;
        }
        for (RecordVersion version : records.of(paper.id())) {
            for (Mention mention : Mention.in(KindCatalogue.get(version.kind()), version.fields())) {
                identify(version, mention);
            }
        }
        people.done(paper.id(), clock.instant());
    }

    private void identify(RecordVersion version, Mention mention) {
        MentionId id = people.idOf(version.id(), mention);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Identification> before = people.identification(id);
            if (before.isPresent()) {
                before.filter(found -> found.person().isPresent())
                        .ifPresent(found -> people.learn(found, mention.known(), clock.instant()));
                return;
            }
            if (decide(version, mention, id) != WriteOutcome.OVERTAKEN) {
                return;
            }
        }
        throw new IllegalStateException("Others keep changing the people that " + id + " may mean");
    }

    private WriteOutcome decide(RecordVersion version, Mention mention, MentionId id) {
        if (mention.keys().isEmpty()) {
            return tooLittle(version, mention);
        }
        Found looked = people.found(mention.keys());
        Instant now = clock.instant();
        WriteOutcome outcome = switch (WhoIsThis.decide(mention, looked.people())) {
            case Decision.TooLittle none -> tooLittle(version, mention);
            case Decision.Unknown nobody -> {
                PersonId fresh = PersonId.madeBy(id);
                yield people.introduce(
                        found(version, mention, id, State.NEW, Optional.of(fresh), List.of(), now),
                        mention.known(),
                        looked,
                        entry(
                                version,
                                now,
                                "person-new",
                                who(mention) + " is somebody we did not know, now " + fresh + overfull(looked)));
            }
            case Decision.Same(Comparison match) ->
                people.link(
                        found(version, mention, id, State.LINKED, Optional.of(match.person()), List.of(match), now),
                        mention.known(),
                        entry(
                                version,
                                now,
                                "person-linked",
                                who(mention) + " is " + match.person() + ", whom we know: " + said(match)
                                        + overfull(looked)));
            case Decision.Ask(Doubt doubt, List<Comparison> candidates) ->
                people.ask(
                        asked(found(version, mention, id, State.ASKED, Optional.empty(), candidates, now), doubt),
                        entry(
                                version,
                                now,
                                "person-asked",
                                "A person must say who " + Mention.called(mention.path()) + " is. "
                                        + doubt.sentence() + " People who may be meant: "
                                        + candidates.size() + overfull(looked)));
        };
        if (outcome == WriteOutcome.WRITTEN) {
            metrics.count("PeopleLookedFor", 1);
        }
        return outcome;
    }

    private WriteOutcome tooLittle(RecordVersion version, Mention mention) {
        AuditEntry entry = entry(
                version,
                clock.instant(),
                "person-untold",
                who(mention) + " cannot be told: the paper has neither a date of birth nor a number");
        boolean said = audit.of(version.paper()).stream()
                .anyMatch(line ->
                        line.what().equals(entry.what()) && line.detail().equals(entry.detail()));
        if (!said) {
            audit.append(entry);
        }
        return WriteOutcome.WRITTEN;
    }

    private static Identification found(
            RecordVersion version,
            Mention mention,
            MentionId id,
            State state,
            Optional<PersonId> person,
            List<Comparison> working,
            Instant now) {
        return new Identification(
                id,
                version.id(),
                version.version(),
                version.paper(),
                mention.path(),
                version.issuingCourt(),
                state,
                person,
                Optional.empty(),
                working,
                now,
                Optional.empty(),
                1);
    }

    private static Identification asked(Identification found, Doubt doubt) {
        return new Identification(
                found.id(),
                found.record(),
                found.version(),
                found.paper(),
                found.path(),
                found.court(),
                found.state(),
                found.person(),
                Optional.of(doubt),
                found.working(),
                found.decidedAt(),
                found.answer(),
                found.revision());
    }

    /** At the beginning of a sentence. */
    private static String who(Mention mention) {
        String called = Mention.called(mention.path());
        return called.substring(0, 1).toUpperCase(Locale.ROOT) + called.substring(1);
    }

    private static String said(Comparison match) {
        String agreeing = match.lines().stream()
                .filter(line -> line.agreement() == Agreement.AGREES)
                .map(line -> line.aspect().title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "the same " + agreeing
                + String.format(Locale.ROOT, " (%.0f bits, and %.0f is clear)", match.total(), WhoIsThis.CLEAR);
    }

    private static String overfull(Found looked) {
        return looked.overfull() == 0
                ? ""
                : ". More people than we look at share " + looked.overfull() + " of the keys they are found by";
    }

    private static AuditEntry entry(RecordVersion version, Instant at, String what, String detail) {
        return new AuditEntry(
                at,
                ExtractService.WHO,
                what,
                version.paper(),
                Optional.of(version.id().value()),
                detail + ".");
    }
}
