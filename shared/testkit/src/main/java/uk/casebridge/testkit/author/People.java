package uk.casebridge.testkit.author;

import java.util.List;

/** Names and addresses of people who do not exist. */
final class People {

    private static final List<String> WOMEN = List.of(
            "Siân",
            "Mary-Anne",
            "Priya",
            "Zoë",
            "Angharad",
            "Nkechi",
            "Chloe",
            "Fatima",
            "Jane",
            "Aoife",
            "Dilys",
            "Wing-Yan",
            "Olivia",
            "Renée",
            "Blodwen");
    private static final List<String> MEN = List.of(
            "Gethin",
            "Jean-Paul",
            "Mohammed",
            "Rhodri",
            "Kwame",
            "Liam",
            "Tomasz",
            "Jordan",
            "Alasdair",
            "José",
            "Dafydd",
            "Harpreet",
            "Oliver",
            "Bartholomew",
            "Ioan");
    private static final List<String> FAMILIES = List.of(
            "Ap Gwilym",
            "O'Brien",
            "Smith",
            "Featherstonehaugh-Cholmondeley",
            "Llewellyn",
            "Patel",
            "D'Souza",
            "Jones",
            "MacDonald",
            "Okonkwo",
            "Van der Berg",
            "Nowak",
            "St John-Stevens",
            "Ng",
            "Pugh-Morris",
            "Ó Briain",
            "Adeyemi-Fitzgerald",
            "Wu",
            "Thistlethwaite",
            "De la Cruz");
    private static final List<String> STREETS = List.of(
            "Furnace Lane",
            "Heol y Deri",
            "St Mary's Road",
            "Coronation Terrace",
            "The Ridgeway",
            "Market Place",
            "Old Brewery Yard",
            "Victoria Street",
            "Long Acre",
            "Ty Gwyn Avenue");
    private static final List<String> TOWNS = List.of(
            "Bexleyheath", "Bristol", "London", "Leeds", "Caerdydd", "Nottingham", "Croydon", "Newcastle upon Tyne");
    private static final List<String> POSTCODE_AREAS =
            List.of("DA6", "BS1", "SW11", "LS1", "CF24", "NG2", "CR9", "NE1");

    private People() {}

    /** Someone with a full name of two to four words. */
    static Person someone(Chance chance) {
        boolean woman = chance.percent(30);
        StringBuilder name = new StringBuilder(chance.oneOf(woman ? WOMEN : MEN));
        if (chance.percent(40)) {
            name.append(' ').append(chance.oneOf(woman ? WOMEN : MEN));
        }
        name.append(' ').append(chance.oneOf(FAMILIES));
        return new Person(name.toString(), woman);
    }

    /** An address of three to five lines, the postcode last. */
    static List<String> address(Chance chance) {
        int town = chance.between(0, TOWNS.size() - 1);
        String postcode = POSTCODE_AREAS.get(town) + " " + chance.digits(1) + chance.letters(2, "ABDEFGHJLNPQRSTUWXYZ");
        String street = chance.between(1, 240) + " " + chance.oneOf(STREETS);
        return chance.percent(30)
                ? List.of("Flat " + chance.between(1, 60), street, TOWNS.get(town), postcode)
                : List.of(street, TOWNS.get(town), postcode);
    }

    /**
     * A person.
     *
     * @param name given and family names, without a title
     * @param woman whether the register says female
     */
    record Person(String name, boolean woman) {

        String titled() {
            return (woman ? "Ms " : "Mr ") + name;
        }

        String gender() {
            return woman ? "Female" : "Male";
        }
    }
}
