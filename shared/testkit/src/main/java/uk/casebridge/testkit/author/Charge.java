package uk.casebridge.testkit.author;

import java.util.List;

/**
 * An offence as courts charge it.
 *
 * @param code CJS code
 * @param title its title in the list of offences
 * @param wording what is alleged, with {date} and {place} to be filled in
 * @param legislation what it is contrary to
 */
record Charge(String code, String title, String wording, String legislation) {

    private static final List<Charge> ALL = List.of(
            new Charge(
                    "TH68023",
                    "Robbery",
                    "On {date} at {place} robbed a person unknown of a mobile telephone and a wallet containing £45.",
                    "Contrary to section 8(1) of the Theft Act 1968."),
            new Charge(
                    "TH68010",
                    "Theft from a shop",
                    "On {date} at {place} stole meat and cheese to the value of £86.40 belonging to the shop.",
                    "Contrary to section 1(1) and 7 of the Theft Act 1968."),
            new Charge(
                    "TH68001",
                    "Theft from the person of another",
                    "On {date} at {place} stole a purse from the person of a passenger on a bus.",
                    "Contrary to section 1(1) and 7 of the Theft Act 1968."),
            new Charge(
                    "CJ88001",
                    "Common assault",
                    "On {date} at {place} assaulted a security guard by beating him.",
                    "Contrary to section 39 of the Criminal Justice Act 1988."),
            new Charge(
                    "OF61102",
                    "Assault a person thereby occasioning them actual bodily harm",
                    "On {date} at {place} assaulted a neighbour, thereby occasioning him actual bodily harm, in that he was"
                            + " struck repeatedly about the head and body with a garden tool in the course of a dispute"
                            + " about a fence, and suffered bruising and a fractured finger.",
                    "Contrary to section 47 of the Offences against the Person Act 1861."),
            new Charge(
                    "CD71015",
                    "Arson",
                    "On {date} at {place} without lawful excuse damaged by fire a parked van of a value unknown.",
                    "Contrary to section 1(1), 1(3) and 4 of the Criminal Damage Act 1971."),
            new Charge(
                    "TH68013A",
                    "Attempt theft of motor vehicle",
                    "On {date} at {place} attempted to steal a motor car.",
                    "Contrary to section 1(1) of the Criminal Attempts Act 1981."),
            new Charge(
                    "COML001",
                    "Act with intent to prejudice / defraud HM Revenue and Customs",
                    "Between 1 January 2024 and {date} at {place} cheated the public revenue by failing to declare takings"
                            + " of a car wash.",
                    "Contrary to common law."));

    static List<Charge> all() {
        return ALL;
    }

    String wordingAt(String date, String place) {
        return wording.replace("{date}", date).replace("{place}", place);
    }
}
