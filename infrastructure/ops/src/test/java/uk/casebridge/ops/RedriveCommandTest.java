package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedriveCommandTest {

    @Test
    void shouldSayHowManyWentBack() {
        assertThat(RedriveCommand.said("prison", 1, 0)).isEqualTo("1 dead letter of prison is back on its queue.");
        assertThat(RedriveCommand.said("prison", 12, 0)).isEqualTo("12 dead letters of prison are back on its queue.");
    }

    @Test
    void shouldSayThatNothingWentBack() {
        assertThat(RedriveCommand.said("careers", 0, 0))
                .isEqualTo("No dead letter of careers was put back on its queue.");
    }

    @Test
    void shouldSayThatThereAreMore() {
        assertThat(RedriveCommand.said("prison", 100, 37)).endsWith("About 37 are left: run this again to go on.");
    }
}
