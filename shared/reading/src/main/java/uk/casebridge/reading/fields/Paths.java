package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.List;

/** The lists within a path: {@code defendants[*]} and {@code defendants[*].offences[*]} of a code of an offence. */
final class Paths {

    private static final String ANY = "[*]";

    private Paths() {}

    /** The list members a path lies in, the outermost first. */
    static List<String> groups(String path) {
        List<String> groups = new ArrayList<>();
        int at = -1;
        while ((at = path.indexOf(ANY, at + 1)) >= 0) {
            groups.add(path.substring(0, at + ANY.length()));
        }
        return groups;
    }

    /** What a path is part of: everything before its last dot. */
    static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** A path with the member of each of its lists put in. */
    static String numbered(String path, List<Integer> members) {
        String numbered = path;
        for (int member : members) {
            int at = numbered.indexOf(ANY);
            numbered = numbered.substring(0, at) + "[" + member + "]" + numbered.substring(at + ANY.length());
        }
        return numbered;
    }
}
