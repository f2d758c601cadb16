package uk.casebridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.casebridge.store.BatchRunner.Answer;
import uk.casebridge.store.BatchRunner.Outcome;

class BatchRunnerTest {

    private final MemoryMetrics metrics = new MemoryMetrics();
    private final BatchRunner runner = new BatchRunner("extract", metrics);

    @Test
    void shouldAnswerPerMessage() {
        List<Answer<String>> answers = runner.run(List.of("good", "poison", "bad", "fine"), id -> id, this::work);

        assertThat(answers)
                .containsExactly(
                        new Answer<>("good", Outcome.DONE),
                        new Answer<>("poison", Outcome.POISONOUS),
                        new Answer<>("bad", Outcome.RETRY),
                        new Answer<>("fine", Outcome.DONE));
        assertThat(BatchRunner.failed(answers)).containsExactly("poison", "bad");
    }

    @Test
    void shouldCountPoisonApart() {
        runner.run(List.of("good", "poison", "bad"), id -> id, this::work);

        assertThat(metrics.sum("MessagesPoisonous", Metrics.by("Room", "extract")))
                .isEqualTo(1);
        assertThat(metrics.sum("MessagesRetried", Metrics.by("Room", "extract")))
                .isEqualTo(1);
    }

    @Test
    void shouldDoNothingMoreOnceInterrupted() {
        List<String> done = new ArrayList<>();
        List<Answer<String>> answers = runner.run(List.of("one", "two"), id -> id, message -> {
            done.add(message);
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactly("one");
        assertThat(BatchRunner.failed(answers)).containsExactly("one", "two");
    }

    @Test
    void shouldLetErrorsEndTheBatch() {
        assertThatThrownBy(() -> runner.run(List.of("one"), id -> id, message -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private void work(String message) throws IOException {
        switch (message) {
            case "poison" -> throw new PoisonousMessageException("not ours");
            case "bad" -> throw new IOException("the table is away");
            default -> {}
        }
    }
}
