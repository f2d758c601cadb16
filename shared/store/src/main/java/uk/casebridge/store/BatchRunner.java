package uk.casebridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through a batch of queue messages and answers per message, so that one that fails does not bring the others
 * back. A message that fails is given back to the queue, which brings it again and at last puts it among the dead
 * letters; a poisonous one takes the same way, since only there is it seen, but is counted apart.
 */
public final class BatchRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

    private final String room;
    private final Metrics metrics;

    /** @param room the room's name, a dimension of the counts {@code MessagesRetried} and {@code MessagesPoisonous} */
    public BatchRunner(String room, Metrics metrics) {
        this.room = room;
        this.metrics = metrics;
    }

    /**
     * Does the work for each message in turn.
     *
     * @param id the queue's id of a message, by which it is answered
     * @throws Error whatever error the work ends with: the whole batch then comes back
     */
    public <M, I> List<Answer<I>> run(List<M> messages, Function<M, I> id, Work<M> work) {
        List<Answer<I>> answers = new ArrayList<>();
        for (M message : messages) {
            answers.add(new Answer<>(id.apply(message), one(id.apply(message), message, work)));
        }
        return List.copyOf(answers);
    }

    /** The ids of the messages to give back to the queue. */
    public static <I> List<I> failed(List<Answer<I>> answers) {
        return answers.stream()
                .filter(answer -> answer.outcome() != Outcome.DONE)
                .map(Answer::id)
                .toList();
    }

    private <M, I> Outcome one(I id, M message, Work<M> work) {
        if (Thread.currentThread().isInterrupted()) {
            return retry(id, "interrupted");
        }
        try {
            work.on(message);
            return Outcome.DONE;
        } catch (PoisonousMessageException e) {
            metrics.count("MessagesPoisonous", 1, Metrics.by("Room", room));
            LOG.error("{}: message {} is poisonous: {}", room, id, e.getMessage());
            return Outcome.POISONOUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return retry(id, "interrupted");
        } catch (Exception e) {
            return retry(id, where(e));
        }
    }

    private <I> Outcome retry(I id, String why) {
        metrics.count("MessagesRetried", 1, Metrics.by("Room", room));
        LOG.warn("{}: message {} failed and comes back: {}", room, id, why);
        return Outcome.RETRY;
    }

    // The message of an exception may quote a paper, so only its class and place are logged.
    private static String where(Exception e) {
        StringBuilder text = new StringBuilder(e.getClass().getName());
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("uk.casebridge.")) {
                text.append(" at ").append(frame);
                break;
            }
        }
        if (e.getCause() != null) {
            text.append(" caused by ").append(e.getCause().getClass().getName());
        }
        return text.toString();
    }

    /** What is done for one message. */
    @FunctionalInterface
    public interface Work<M> {
        /**
         * Does it, or throws.
         *
         * @throws PoisonousMessageException if no further attempt can help
         * @throws Exception anything else: it is tried again
         */
        void on(M message) throws Exception;
    }

    /** What came of one message. */
    public record Answer<I>(I id, Outcome outcome) {}

    /** What can come of a message. */
    public enum Outcome {
        DONE,
        /** It comes back and may go well then. */
        RETRY,
        /** It comes back until the queue puts it among the dead letters. */
        POISONOUS
    }
}
