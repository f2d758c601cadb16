package uk.casebridge.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitAndLearningRulesTest {

    private static final Record REQUEST = Record.of(
            "prisoner.name", "Tamsin Vale",
            "requestedOn", "2026-09-14",
            "leadVisitor.name", "Rowan Ashworth",
            "leadVisitor.dateOfBirth", "1981-03-04",
            "leadVisitor.phone", "020 7946 0123",
            "slots[1].at", "2026-09-21T10:00:00Z");
    private static final Record PLAN =
            Record.of("enteredOn", "2026-09-01", "inductedOn", "2026-10-01", "priorQualifications[1].level", "Level 2");

    @Test
    void shouldFindNothingWrongWithGoodPapers() {
        assertThat(REQUEST.foundBy("visit-request")).isEmpty();
        assertThat(PLAN.foundBy("induction-plan")).isEmpty();
    }

    @Test
    void shouldRefuseASeventhVisitor() {
        Record party = REQUEST;
        for (int i = 1; i <= 5; i++) {
            party = party.with("visitors[" + i + "].dateOfBirth", "2020-01-01");
        }
        assertThat(party.foundBy("visit-request")).isEmpty();
        assertThat(party.with("visitors[6].dateOfBirth", "2020-01-01").foundBy("visit-request"))
                .containsExactly("VISITORS-TOO-MANY ERROR");
    }

    @Test
    void shouldRefuseAFourthAdult() {
        Record three = REQUEST.with("visitors[1].dateOfBirth", "2008-09-14", "visitors[2].dateOfBirth", "1970-01-01");
        assertThat(three.with("visitors[3].dateOfBirth", "2008-09-15").foundBy("visit-request"))
                .as("eighteen tomorrow")
                .isEmpty();
        assertThat(three.with("visitors[3].dateOfBirth", "2008-09-14").foundBy("visit-request"))
                .containsExactly("VISITORS-TOO-MANY-ADULTS ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "leadVisitor.dateOfBirth,2008-09-15,LEAD-VISITOR-AGE ERROR",
        "leadVisitor.dateOfBirth,2008-09-14,''",
        "leadVisitor.phone,0794601,VISITOR-PHONE WARNING",
        "leadVisitor.name,Rowan <Ashworth>,VISITOR-NAME WARNING",
        "slots[1].at,2026-09-17T23:30:00Z,''",
        "slots[1].at,2026-09-17T12:00:00Z,VISIT-WINDOW WARNING",
        "slots[1].at,2026-10-12T10:00:00Z,''",
        "slots[1].at,2026-10-13T10:00:00Z,VISIT-WINDOW WARNING",
        "slots[1].at,some afternoon,''"
    })
    void shouldCheckARequest(String path, String value, String found) {
        assertThat(REQUEST.with(path, value).foundBy("visit-request"))
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void shouldTakeThreeChoices() {
        Record four = REQUEST.with(
                "slots[2].at", "2026-09-22T10:00:00Z",
                "slots[3].at", "2026-09-23T10:00:00Z",
                "slots[4].at", "2026-09-24T10:00:00Z");
        assertThat(four.foundBy("visit-request")).containsExactly("VISIT-CHOICES-TOO-MANY WARNING");
    }

    @ParameterizedTest
    @CsvSource({
        "inductedOn,2026-10-02,INDUCTION-LATE WARNING",
        "inductedOn,2026-08-31,INDUCTION-DATES ERROR",
        "priorQualifications[1].level,Level 9,QUALIFICATION-LEVEL WARNING",
        "priorQualifications[1].level,Entry Level 3,''"
    })
    void shouldCheckAPlan(String path, String value, String found) {
        assertThat(PLAN.with(path, value).foundBy("induction-plan"))
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void shouldTakeAReasonForALateInduction() {
        assertThat(PLAN.with("inductedOn", "2026-11-02", "exemption", "Transferred")
                        .foundBy("induction-plan"))
                .isEmpty();
    }

    @Test
    void shouldTakeNoNoteForASubject() {
        assertThat(PLAN.with("priorQualifications[1].subject", "x".repeat(101)).foundBy("induction-plan"))
                .containsExactly("LEARNING-TEXT-LENGTH WARNING");
    }
}
