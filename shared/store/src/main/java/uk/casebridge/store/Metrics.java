package uk.casebridge.store;

/** Counts and durations that dashboards and alarms are made of. Nothing personal goes into a name or a dimension. */
public interface Metrics {

    /** The namespace of all our metrics. */
    String NAMESPACE = "Casebridge";

    /**
     * Adds to a count.
     *
     * @param name what is counted, such as {@code PapersRecorded}
     */
    void count(String name, long value, Dimension... dimensions);

    /**
     * Notes how long something took.
     *
     * @param milliseconds how long, in milliseconds
     */
    void time(String name, long milliseconds, Dimension... dimensions);

    /** What a metric is told apart by, such as the recipient. Few values only: each combination costs. */
    record Dimension(String name, String value) {}

    static Dimension by(String name, String value) {
        return new Dimension(name, value);
    }
}
