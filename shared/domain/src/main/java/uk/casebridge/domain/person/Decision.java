package uk.casebridge.domain.person;

import java.util.List;

/** What follows from comparing a record with everyone it may mean. */
public sealed interface Decision {

    /** It is this person, beyond doubt. */
    record Same(Comparison match) implements Decision {}

    /** It is nobody we know. */
    record Unknown() implements Decision {}

    /**
     * A person must say who it is.
     *
     * @param candidates whom it may mean, the likeliest first
     */
    record Ask(Doubt doubt, List<Comparison> candidates) implements Decision {
        public Ask {
            candidates = List.copyOf(candidates);
        }
    }

    /** The record says too little to tell anyone by: neither a date of birth nor a number. */
    record TooLittle() implements Decision {}
}
