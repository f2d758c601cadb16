package uk.casebridge.extract;

import java.util.Optional;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Entitlement;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;

/** Finds where a delivery goes: what the paper says, else what the court's standing data say, and never a guess. */
final class Destinations {

    private static final String NAME = ".name";

    private final StandingData standingData;

    Destinations(StandingData standingData) {
        this.standingData = standingData;
    }

    /**
     * The place; empty where nothing names one, or the paper names one that is not known.
     *
     * @param sender the court that sent the paper, whose usual place counts if the paper does not say which court sat
     */
    Optional<Place> of(Entitlement entitlement, Fields fields, CourtCode sender) {
        Optional<String> path = entitlement.placeField();
        Optional<Place> byCode = path.filter(field -> field.endsWith(NAME))
                .map(field -> field.substring(0, field.length() - NAME.length()) + ".code")
                .flatMap(fields::value)
                .flatMap(code -> standingData.place(entitlement.recipient(), code));
        Optional<String> named = path.flatMap(fields::value);
        if (byCode.isPresent()) {
            return byCode;
        }
        // A place the paper names and we do not know is not the court's usual one: the paper says so.
        return named.isPresent()
                ? standingData
                        .place(entitlement.recipient(), named.get())
                        .or(() -> standingData.placeNamed(entitlement.recipient(), named.get()))
                : standingData.defaultPlace(
                        entitlement.recipient(), courtThatSat(fields).orElse(sender));
    }

    private static Optional<CourtCode> courtThatSat(Fields fields) {
        return fields.value("court.code").flatMap(code -> CourtCode.check(code).found());
    }
}
