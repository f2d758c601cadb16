package uk.casebridge.portal;

import java.util.Arrays;
import java.util.List;
import uk.casebridge.domain.paper.FileType;

/** The names that senders give their files: made harmless, and told apart by their ending. */
final class FileNames {

    /** What reading knows how to open; what a file truly is, the gate finds out from its content. */
    private static final List<String> ENDINGS = Arrays.stream(FileType.values())
            .flatMap(type -> type.endings().stream())
            .toList();

    private static final int LONGEST = 200;

    private FileNames() {}

    /** Without folders, control and formatting characters, at most 200 characters long; empty if nothing is left. */
    static String clean(String name) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "")
                .strip();
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain;
        }
        // The ending is kept, since it says what kind of file it is.
        int dot = plain.lastIndexOf('.');
        String ending = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
        int keep = plain.offsetByCodePoints(0, LONGEST - ending.length());
        return plain.substring(0, keep) + ending;
    }

    static boolean isAccepted(String name) {
        return FileType.of(name).isPresent();
    }

    /** As the {@code accept} attribute of a file field takes it. */
    static String accept() {
        return "." + String.join(",.", ENDINGS);
    }
}
