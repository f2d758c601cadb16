package uk.casebridge.domain.field;

/**
 * A pattern over field paths. {@code [*]} stands for any member of a list and a closing {@code .*} for everything
 * below; anything else is literal, so that an allow-list allows only what it names.
 */
public final class PathPattern {

    private static final String MEMBER = "[*]";

    private final String text;
    private final String body;
    private final boolean everythingBelow;

    private PathPattern(String text, String body, boolean everythingBelow) {
        this.text = text;
        this.body = body;
        this.everythingBelow = everythingBelow;
    }

    public static PathPattern of(String text) {
        boolean everythingBelow = text.endsWith(".*");
        String body = everythingBelow ? text.substring(0, text.length() - 2) : text;
        return new PathPattern(text, body, everythingBelow);
    }

    public boolean fits(String path) {
        // By hand: every field of every paper is held against every pattern of its kind.
        int at = 0;
        int in = 0;
        while (in < body.length()) {
            if (body.startsWith(MEMBER, in)) {
                int end = afterMember(path, at);
                if (end < 0) {
                    return false;
                }
                at = end;
                in += MEMBER.length();
            } else if (at < path.length() && path.charAt(at) == body.charAt(in)) {
                at++;
                in++;
            } else {
                return false;
            }
        }
        boolean ended = at == path.length();
        boolean below = !ended && at + 1 < path.length() && (path.charAt(at) == '.' || path.charAt(at) == '[');
        return ended || everythingBelow && below;
    }

    /** Where a number in brackets ends, or -1 if none stands there. */
    private static int afterMember(String path, int from) {
        if (from >= path.length() || path.charAt(from) != '[') {
            return -1;
        }
        int at = from + 1;
        while (at < path.length() && path.charAt(at) >= '0' && path.charAt(at) <= '9') {
            at++;
        }
        return at > from + 1 && at < path.length() && path.charAt(at) == ']' ? at + 1 : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
