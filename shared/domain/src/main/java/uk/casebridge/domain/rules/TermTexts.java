package uk.casebridge.domain.rules;

import uk.casebridge.domain.finding.Finding;

/** What is said of a term of imprisonment whose words cannot be counted. */
final class TermTexts {

    private static final Texts UNCLEAR = new Texts(
            "TERM-UNCLEAR",
            "The term is worded in a way we do not know, or something else was written in its place.",
            "Read the term on the paper and check by hand that it is within its limit.",
            "Word terms in years, months, weeks or days.",
            "Proceeds of Crime Act 2002 s 35; Magistrates' Courts Act 1980 Sch 4");

    private TermTexts() {}

    static Finding unclear(String path, String words) {
        return UNCLEAR.warning(
                "“%s” is not a term that can be counted, so its limit was not checked.".formatted(words), path);
    }
}
