package uk.casebridge.domain.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How common a name is in England and Wales, in people per 10,000, and which given names are short forms of one another.
 *
 * <p>The shares are rounded estimates over all ages, UNVERIFIED: they only lessen what an agreement of a common name
 * weighs, and a name that is not listed counts as no rarer than the rarest listed. So an estimate that is wrong by half
 * moves a comparison by less than one bit, and errs towards asking a person.
 */
public final class CommonNames {

    private static final double LEAST_FAMILY = 10;
    private static final double LEAST_GIVEN = 33;

    private static final Map<String, Double> FAMILY =
            shares("SMITH 120 JONES 75 TAYLOR 60 BROWN 55 WILLIAMS 55 WILSON 40 JOHNSON 38 DAVIES 40 PATEL 35 KHAN 35"
                    + " SINGH 30 WRIGHT 33 WALKER 32 WHITE 31 THOMPSON 31 EDWARDS 30 GREEN 30 HUGHES 29 HALL 28 LEWIS 28"
                    + " HARRIS 28 CLARKE 27 EVANS 35 ROBERTS 33 THOMAS 33 HUSSAIN 27 AHMED 27 ALI 27 BEGUM 20 KAUR 20"
                    + " JACKSON 27 WOOD 27 TURNER 26 MARTIN 26 COOPER 25 HILL 25 WARD 24 MORRIS 24 MOORE 23 CLARK 23"
                    + " BAKER 23 HARRISON 22 KING 22 MORGAN 22 LEE 25 ALLEN 21 JAMES 21 SCOTT 20 PHILLIPS 20 WATSON 19"
                    + " PARKER 19 PRICE 18 DAVIS 18 BENNETT 18 YOUNG 17 GRIFFITHS 17 MITCHELL 17 KELLY 17 COOK 16"
                    + " CARTER 16 RICHARDSON 16 BAILEY 15 COLLINS 15 BELL 15 SHAW 15 MURPHY 15 MILLER 14 COX 14"
                    + " RICHARDS 13 MARSHALL 13 ANDERSON 13 SIMPSON 12 ELLIS 12 ADAMS 12 AKHTAR 11 MIAH 12");

    private static final Map<String, Double> GIVEN =
            shares("DAVID 190 JOHN 200 MICHAEL 160 PAUL 150 ANDREW 130 MARK 120 JAMES 140 STEPHEN 110 PETER 110"
                    + " CHRISTOPHER 100 ROBERT 110 DANIEL 100 RICHARD 90 MATTHEW 90 THOMAS 90 ANTHONY 80 IAN 70 KEVIN 65"
                    + " MOHAMMED 120 MUHAMMAD 90 LEE 60 JACK 55 JOSEPH 60 LUKE 45 RYAN 50 ADAM 55 BENJAMIN 55 SIMON 60"
                    + " WILLIAM 90 ALAN 60 GARY 55 JASON 50 LIAM 40 CONNOR 35 JORDAN 40 JAKE 35 JOSHUA 50 SAMUEL 50"
                    + " CRAIG 40 STUART 40 GARETH 35 NATHAN 35 AARON 35 GEORGE 60 HARRY 50 CALLUM 35 KIERAN 35"
                    + " SARAH 90 SUSAN 80 KAREN 60 EMMA 70 CLAIRE 55 LAURA 60 MARGARET 80 ELIZABETH 60 REBECCA 50"
                    + " LOUISE 40 NICOLA 55 HELEN 50 JULIE 55 AMY 40 SAMANTHA 45 JENNIFER 45 CHLOE 40 JESSICA 45");

    private static final List<Set<String>> SHORT_FORMS = groups(
            "ALEXANDER ALEX SANDY",
            "ANDREW ANDY DREW",
            "ANTHONY TONY ANTONY",
            "BENJAMIN BEN",
            "CHRISTOPHER CHRIS",
            "DANIEL DAN DANNY",
            "DAVID DAVE DAI",
            "EDWARD ED EDDIE TED",
            "ELIZABETH LIZ BETH BETTY LIZZIE",
            "GREGORY GREG",
            "JAMES JIM JIMMY JAMIE",
            "JENNIFER JEN JENNY",
            "JOHN JACK JOHNNY",
            "JONATHAN JON JONNY",
            "JOSEPH JOE JOEY",
            "JOSHUA JOSH",
            "KATHERINE CATHERINE KATE KATIE KATHY CATHY",
            "KENNETH KEN KENNY",
            "MARGARET MAGGIE PEGGY MEG",
            "MATTHEW MATT MATTY",
            "MICHAEL MIKE MICK MICKY",
            "MOHAMMED MOHAMED MUHAMMAD MOHAMMAD MUHAMMED MOHAMAD",
            "NATHANIEL NATHAN NATE",
            "NICHOLAS NICK NICKY",
            "PATRICK PADDY PAT",
            "PETER PETE",
            "PHILIP PHILLIP PHIL",
            "REBECCA BECKY BECCA",
            "RICHARD RICH RICK DICK",
            "ROBERT ROB BOB BOBBY ROBBIE",
            "RONALD RON RONNIE",
            "SAMANTHA SAM SAMMY",
            "SAMUEL SAM SAMMY",
            "STEPHEN STEVEN STEVE",
            "SUSAN SUE SUSIE",
            "THOMAS TOM TOMMY",
            "TIMOTHY TIM",
            "VICTORIA VICKY TORI",
            "WILLIAM WILL BILL BILLY WILLY LIAM",
            "ZACHARY ZAC ZACK");

    private CommonNames() {}

    /** The share of people with a family name in capitals, from 0 to 1. */
    public static double family(String name) {
        return FAMILY.getOrDefault(name, LEAST_FAMILY) / 10_000;
    }

    /** The share of people with a first given name in capitals, from 0 to 1. */
    public static double given(String name) {
        return GIVEN.getOrDefault(name, LEAST_GIVEN) / 10_000;
    }

    /** The listed family names, in capitals, with their shares from 0 to 1. */
    public static Map<String, Double> families() {
        return asShares(FAMILY);
    }

    /** The listed given names, in capitals, with their shares from 0 to 1. */
    public static Map<String, Double> givens() {
        return asShares(GIVEN);
    }

    /** Whether one given name is a short form or another spelling of the other. */
    static boolean areForms(String one, String other) {
        return SHORT_FORMS.stream().anyMatch(group -> group.contains(one) && group.contains(other));
    }

    private static Map<String, Double> asShares(Map<String, Double> perTenThousand) {
        Map<String, Double> shares = new java.util.TreeMap<>();
        perTenThousand.forEach((name, share) -> shares.put(name, share / 10_000));
        return shares;
    }

    private static Map<String, Double> shares(String text) {
        String[] words = text.split(" ");
        Map<String, Double> shares = new HashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            shares.put(words[i], Double.valueOf(words[i + 1]));
        }
        return Map.copyOf(shares);
    }

    private static List<Set<String>> groups(String... groups) {
        return java.util.Arrays.stream(groups)
                .map(group -> Set.of(group.split(" ")))
                .toList();
    }
}
