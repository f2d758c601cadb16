package uk.casebridge.domain.person;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import uk.casebridge.domain.identifier.Asn;
import uk.casebridge.domain.identifier.Check;
import uk.casebridge.domain.identifier.CroNumber;
import uk.casebridge.domain.identifier.PncId;
import uk.casebridge.domain.identifier.PrisonNumber;
import uk.casebridge.domain.identifier.Uln;
import uk.casebridge.domain.kind.Parser;

/** A sort of number by which a person is known. */
public enum NumberType {
    PNC("PNC number", Parser.PNC_ID, text -> PncId.check(text).map(PncId::value)),
    CRO("CRO number", Parser.CRO_NUMBER, text -> CroNumber.check(text).map(CroNumber::value)),
    PRISON(
            "prison number",
            Parser.PRISON_NUMBER,
            text -> PrisonNumber.check(text).map(PrisonNumber::value)),
    ULN("unique learner number", Parser.ULN, text -> Uln.check(text).map(Uln::value)),
    /** A number of one arrest: weak evidence, since it is often copied from the wrong line. */
    ASN("arrest summons number", Parser.ASN, text -> Asn.check(text).map(Asn::value));

    private final String title;
    private final Parser parser;
    private final Function<String, Check<String>> check;

    NumberType(String title, Parser parser, Function<String, Check<String>> check) {
        this.title = title;
        this.parser = parser;
        this.check = check;
    }

    /** What people call it, within a sentence. */
    public String title() {
        return title;
    }

    /** Whether it names a person, so that it matches by itself. */
    public boolean namesAPerson() {
        return this != ASN;
    }

    /** Checks a number of this sort as written. */
    Check<String> check(String text) {
        return check.apply(text);
    }

    /** The sort of number that a field of this parser holds, if it holds one. */
    static Optional<NumberType> readBy(Parser parser) {
        return Arrays.stream(values()).filter(type -> type.parser == parser).findFirst();
    }
}
