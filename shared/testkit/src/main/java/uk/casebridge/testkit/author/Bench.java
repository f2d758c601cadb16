package uk.casebridge.testkit.author;

import java.util.List;

/**
 * A magistrates' court with those who usually take its papers.
 *
 * @param name its name as printed
 * @param code its code
 * @param address its address in one line
 * @param area its local justice area
 * @param crownCourt the Crown Court centre
 * @param crownCode its code
 * @param prison the prison for men
 * @param urnHead force and station at the head of its case numbers
 */
record Bench(
        String name,
        String code,
        String address,
        String area,
        String crownCourt,
        String crownCode,
        String prison,
        String urnHead) {

    private static final List<Bench> ALL = List.of(
            new Bench(
                    "Bexley Magistrates' Court",
                    "B01BH00",
                    "Norwich Place, Bexleyheath DA6 7NB",
                    "South East London",
                    "Woolwich Crown Court",
                    "C01WL00",
                    "HMP Thameside",
                    "01YD"),
            new Bench(
                    "Bristol Magistrates' Court",
                    "B52CM00",
                    "Marlborough Street, Bristol BS1 3NU",
                    "Avon and Somerset",
                    "Bristol Crown Court",
                    "C52BT00",
                    "HMP Bristol",
                    "52SA"),
            new Bench(
                    "Lavender Hill Magistrates' Court",
                    "B01LY00",
                    "176A Lavender Hill, London SW11 1JU",
                    "South London",
                    "Kingston upon Thames Crown Court",
                    "C01KT00",
                    "HMP Wandsworth",
                    "01WW"),
            new Bench(
                    "City of London Magistrates' Court",
                    "B01DU00",
                    "1 Queen Victoria Street, London EC4N 4XY",
                    "Central London",
                    "Southwark Crown Court",
                    "C01SW00",
                    "HMP Pentonville",
                    "48CL"),
            new Bench(
                    "Leeds Magistrates' Court",
                    "B13HT00",
                    "Westgate, Leeds LS1 3BY",
                    "West Yorkshire",
                    "Leeds Crown Court",
                    "C13LE00",
                    "HMP Leeds",
                    "13DA"),
            new Bench(
                    "Cardiff Magistrates' Court",
                    "B62DC00",
                    "Fitzalan Place, Cardiff CF24 0RZ",
                    "Cardiff and the Vale of Glamorgan",
                    "Cardiff Crown Court",
                    "C62CR00",
                    "HMP Cardiff",
                    "62AA"));

    /** The prison that takes this person from here. */
    String prisonFor(People.Person person) {
        if (!person.woman()) {
            return prison;
        }
        return switch (code.substring(1, 3)) {
            case "52", "62" -> "HMP Eastwood Park";
            case "13" -> "HMP New Hall";
            default -> "HMP Bronzefield";
        };
    }

    static List<Bench> all() {
        return ALL;
    }
}
