package uk.casebridge.domain.review;

import java.util.Collection;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.kind.Urgency;

/** What a mistake would do if it were not dealt with; the order in which the review desk shows its work. */
public enum Harm {
    /** Somebody may be held too long, or let go too soon. */
    CUSTODY("Changes custody"),
    /** Somebody may pay, or be asked for, the wrong sum. */
    MONEY("Changes money"),
    OTHER("Other");

    private final String title;

    Harm(String title) {
        this.title = title;
    }

    /** What a reviewer reads. */
    public String title() {
        return title;
    }

    /** The gravest of what blocks a record. What waits for another reason is as grave as its kind of paper. */
    public static Harm of(Kind kind, Urgency urgency, Collection<Finding> findings) {
        if (urgency == Urgency.CUSTODY) {
            return CUSTODY;
        }
        boolean money = findings.stream().filter(Finding::blocks).anyMatch(finding -> isAboutMoney(kind, finding));
        return money ? MONEY : OTHER;
    }

    /** How grave one finding is, on a record of this urgency. */
    public static Harm of(Kind kind, Urgency urgency, Finding finding) {
        return isAboutMoney(kind, finding) ? MONEY : urgency == Urgency.CUSTODY ? CUSTODY : OTHER;
    }

    private static boolean isAboutMoney(Kind kind, Finding finding) {
        return finding.fields().stream()
                .flatMap(path -> kind.field(path).stream())
                .map(FieldSpec::parser)
                .anyMatch(Parser.MONEY::equals);
    }
}
