package uk.casebridge.domain.finding;

import java.time.LocalDate;
import java.util.List;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.standing.StandingData;

/** A small pure function over the fields of one record. */
@FunctionalInterface
public interface Rule {

    /**
     * What the rule finds.
     *
     * @param fields the record's fields
     * @param context what the rule may know besides
     */
    List<Finding> check(Fields fields, Context context);

    /**
     * What a rule may know besides the record.
     *
     * @param today the date in London
     * @param standingData code lists
     */
    record Context(LocalDate today, StandingData standingData) {}
}
