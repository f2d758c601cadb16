package uk.casebridge.domain.person;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.finding.Severity;

/** What is said of an identification beside its record: how it came about, with the working. */
public final class IdentityFindings {

    private static final String SOURCE =
            "Fellegi and Sunter, A theory for record linkage (1969); weights measured by casebridge bench identity";

    private IdentityFindings() {}

    /** The finding of an identification. */
    public static Finding of(Identification identification) {
        return switch (identification.state()) {
            case LINKED ->
                warning(
                        "WHO-LINKED",
                        identification,
                        "This is taken for a person we know. " + working(identification),
                        "The paper agrees with earlier ones about them, and nobody else comes near.",
                        "If it is somebody else, say who: casebridge who answer.");
            case NEW ->
                warning(
                        "WHO-NEW",
                        identification,
                        "This is taken for somebody we did not know.",
                        "No earlier paper is about anyone like them.",
                        "If they are somebody we know, say who: casebridge who answer.");
            case ASKED ->
                new Finding(
                        "WHO-ASKED",
                        Severity.TO_DO,
                        List.of(identification.path() + ".name"),
                        "Who is this? " + sentence(identification) + " " + working(identification),
                        "People share names and dates of birth, and papers miscopy numbers.",
                        "Look at the candidates beside the record, and say who it is or that it is a new person.",
                        "Print the PNC number and the date of birth on every paper.",
                        SOURCE);
            case ANSWERED ->
                warning(
                        "WHO-ANSWERED",
                        identification,
                        "A person said who this is. " + sentence(identification),
                        "The papers alone did not tell.",
                        "If it is somebody else, say who: casebridge who answer.");
        };
    }

    private static Finding warning(
            String code, Identification identification, String what, String cause, String howToCorrect) {
        return new Finding(
                code,
                Severity.WARNING,
                List.of(identification.path() + ".name"),
                what,
                cause,
                howToCorrect,
                "Print the PNC number and the date of birth on every paper.",
                SOURCE);
    }

    private static String sentence(Identification identification) {
        return identification.doubt().map(Doubt::sentence).orElse("");
    }

    /** The lines for the likeliest person, in words. */
    private static String working(Identification identification) {
        return identification.working().stream()
                .findFirst()
                .map(best -> best.lines().stream().map(IdentityFindings::line).collect(Collectors.joining(" "))
                        + " "
                        + String.format(
                                Locale.ROOT, "Together %.1f, and %.0f is clear.", best.total(), WhoIsThis.CLEAR))
                .orElse("");
    }

    private static String line(Weighed line) {
        return String.format(Locale.ROOT, "%s: %s (%+.1f)", line.aspect().title(), line.words(), line.bits());
    }
}
