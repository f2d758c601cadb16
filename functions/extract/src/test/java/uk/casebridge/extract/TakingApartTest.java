package uk.casebridge.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.extract.Readings.warrant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.casebridge.domain.failure.Failure;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.paper.Bundle;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.paper.PaperId;
import uk.casebridge.domain.paper.PaperState;
import uk.casebridge.domain.record.Reading;

class TakingApartTest {

    private static final String WARRANT = "custodial-warrant";
    private static final Instant SCANNED = Instant.parse("2026-08-14T07:00:00Z");

    private final Room room = new Room();

    @Test
    void shouldMakeEveryPaperOfABundleOneOfItsOwn() throws IOException {
        Paper mail = taken("mail", bundle(note(), paper("one"), paper("two")));

        assertThat(mail.state()).isEqualTo(PaperState.TAKEN_APART);
        assertThat(mail.parts()).isEqualTo(3);
        List<KeptPart> parts = room.store.papers().partsOf(mail.id());
        assertThat(parts)
                .extracting(KeptPart::use)
                .containsExactly(Bundle.Use.COVER_NOTE, Bundle.Use.PAPER, Bundle.Use.PAPER);
        Paper first = room.paper(parts.get(1).paper().orElseThrow());
        assertThat(first.state()).isEqualTo(PaperState.STORED);
        assertThat(first.partOf().orElseThrow().bundle()).isEqualTo(mail.id());
        assertThat(first.sender()).isEqualTo(mail.sender());
        assertThat(first.court()).isEqualTo(mail.court());
        assertThat(first.createdAt()).isEqualTo(mail.createdAt());
        try (InputStream bytes =
                room.store.originals().open(first.id(), first.objectVersion().orElseThrow())) {
            assertThat(bytes.readAllBytes()).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(room.store.wakeUps().extracts()).containsExactlyElementsOf(children(mail));
        assertThat(room.timeline(mail.id())).endsWith("taken-apart");
        assertThat(room.timeline(first.id())).containsExactly("stored");
    }

    @Test
    void shouldReadEachPartAsAnyOtherPaperAndLetItFailAlone() {
        room.reader.learn("one", () -> Readings.of(WARRANT, warrant("A", "5 months")));
        Paper mail = taken("mail", bundle(paper("one"), paper("nobody knows this")));

        children(mail).forEach(room::lookAt);

        assertThat(children(mail))
                .extracting(id -> room.paper(id).state())
                .containsExactly(PaperState.RECORDED, PaperState.REVIEW);
        assertThat(room.paper(mail.id()).state()).isEqualTo(PaperState.TAKEN_APART);
    }

    @Test
    void shouldFindAPartThatCameBefore() {
        Paper before = room.taken("one", Readings.of(WARRANT, warrant("A", "5 months")));

        Paper mail = taken("mail", bundle(paper("one"), paper("two"), paper("two")));

        assertThat(mail.state()).isEqualTo(PaperState.TAKEN_APART);
        List<PaperId> children = children(mail);
        assertThat(children)
                .extracting(id -> room.paper(id).state())
                .containsExactly(PaperState.DUPLICATE, PaperState.STORED, PaperState.DUPLICATE);
        assertThat(room.paper(children.get(0)).duplicateOf()).contains(before.id());
        assertThat(room.paper(children.get(2)).duplicateOf()).contains(children.get(1));
    }

    @Test
    void shouldTakeBundlesWithinBundlesApartSoFarAndNoFurther() {
        room.reader.learn("inner", () -> Reading.of("message/rfc822", 1, bundle(paper("inmost"))));
        room.reader.learn("inmost", () -> Reading.of("message/rfc822", 1, bundle(paper("deepest"))));
        room.reader.learn("deepest", () -> Reading.of("message/rfc822", 1, bundle(paper("one"))));
        Paper mail = taken("mail", bundle(paper("inner"), paper("other")));

        List<Paper> chain = new ArrayList<>(List.of(mail));
        for (int depth = 0; depth < Bundle.DEEPEST; depth++) {
            PaperId inner = children(chain.getLast()).getFirst();
            room.lookAt(inner);
            chain.add(room.paper(inner));
        }

        assertThat(chain)
                .extracting(Paper::state)
                .containsExactly(
                        PaperState.TAKEN_APART, PaperState.TAKEN_APART, PaperState.TAKEN_APART, PaperState.QUARANTINED);
        assertThat(chain.getLast().failure()).map(Failure::code).contains(FailureCode.TOO_DEEP);
        assertThat(room.paper(children(mail).get(1)).state()).isEqualTo(PaperState.STORED);
    }

    @Test
    void shouldRefuseABundleOfTooManyParts() {
        Bundle.Part[] many = new Bundle.Part[Bundle.MOST_PARTS + 1];
        java.util.Arrays.setAll(many, i -> paper("part " + i));

        Paper mail = taken("mail", bundle(many));

        assertThat(mail.state()).isEqualTo(PaperState.REFUSED);
        assertThat(mail.failure()).map(Failure::code).contains(FailureCode.TOO_MANY_PARTS);
        assertThat(room.store.papers().partsOf(mail.id())).isEmpty();
    }

    @Test
    void shouldStoreNothingOfABundleThatCannotBeTakenApart() {
        room.reader.refusal = Optional.of(Failure.of(FailureCode.TOO_EXPANSIVE));

        Paper mail = taken("mail", bundle(paper("one")));

        assertThat(mail.state()).isEqualTo(PaperState.QUARANTINED);
        assertThat(room.store.papers().partsOf(mail.id())).isEmpty();
    }

    @Test
    void shouldGoOnWhereAnEarlierRunEnded() {
        room.reader.refusal = Optional.of(Failure.of(FailureCode.UNEXPECTED));
        Reading reading = Reading.of("message/rfc822", 1, bundle(paper("one")));
        room.reader.learn("mail", () -> reading);
        PaperId id = room.uploaded("mail");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> room.service().take(Room.arrived("papers/" + id)))
                .isInstanceOf(IllegalStateException.class);
        room.reader.refusal = Optional.empty();

        room.clock.passes(Duration.ofMinutes(1));
        room.lookAt(id);

        assertThat(room.paper(id).state()).isEqualTo(PaperState.TAKEN_APART);
        assertThat(room.reader.reads()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAnEnvelopeWhoseNumbersAnotherHolds() {
        assertThat(taken("first", envelope("1_a.zip", Optional.empty(), "one")).state())
                .isEqualTo(PaperState.TAKEN_APART);

        Paper second = taken("second", envelope("1_b.zip", Optional.empty(), "two"));
        Paper rescan = taken("third", envelope("1_c.zip", Optional.of("1_a.zip"), "three"));

        assertThat(second.state()).isEqualTo(PaperState.REFUSED);
        assertThat(second.failure().orElseThrow().detail())
                .startsWith("ERR_METAFILE_INVALID")
                .contains("4711");
        assertThat(children(second)).isEmpty();
        assertThat(rescan.state()).isEqualTo(PaperState.TAKEN_APART);
    }

    @Test
    void shouldTakeTheTimeAPartWasScannedForTheFilesOwn() {
        room.reader.learn(
                "one", () -> Readings.of(WARRANT, warrant("A", "5 months", Readings.stated(SCANNED, SCANNED))));
        Bundle.Part scanned = new Bundle.Part(
                1,
                "one",
                "application/pdf",
                new Bundle.Entry("one.pdf"),
                Bundle.Use.PAPER,
                Optional.of(SCANNED.plusSeconds(60)));
        Paper envelope = taken("envelope", Bundle.of(Bundle.Sort.ENVELOPE, List.of(scanned)));

        PaperId child = children(envelope).getFirst();
        room.lookAt(child);

        assertThat(room.records(room.paper(child)).getFirst().sourceTime().fileTime())
                .contains(SCANNED.plusSeconds(60));
    }

    private Paper taken(String text, Bundle bundle) {
        return room.taken(text, Reading.of("message/rfc822", 1, bundle));
    }

    private List<PaperId> children(Paper bundle) {
        return room.store.papers().partsOf(bundle.id()).stream()
                .flatMap(part -> part.paper().stream())
                .toList();
    }

    static Bundle bundle(Bundle.Part... parts) {
        return Bundle.of(Bundle.Sort.MAIL, numbered(parts));
    }

    private static Bundle envelope(String name, Optional<String> rescanFor, String text) {
        return new Bundle(
                Bundle.Sort.ENVELOPE,
                numbered(paper(text)),
                Optional.of(new Bundle.Envelope(name, rescanFor, List.of("4711"), Bundle.Signature.NONE)));
    }

    private static List<Bundle.Part> numbered(Bundle.Part... parts) {
        List<Bundle.Part> numbered = new ArrayList<>();
        for (Bundle.Part part : parts) {
            int number = numbered.size() + 1;
            numbered.add(new Bundle.Part(
                    number,
                    part.name(),
                    part.mediaType(),
                    part.use() == Bundle.Use.PAPER ? new Bundle.Attachment(number) : new Bundle.Body(),
                    part.use(),
                    part.time()));
        }
        return numbered;
    }

    /** A part whose bytes are this text. */
    static Bundle.Part paper(String text) {
        return new Bundle.Part(1, text, "text/plain", new Bundle.Attachment(1), Bundle.Use.PAPER, Optional.empty());
    }

    private static Bundle.Part note() {
        return new Bundle.Part(1, "text", "text/plain", new Bundle.Body(), Bundle.Use.COVER_NOTE, Optional.empty());
    }
}
