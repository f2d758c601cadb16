package uk.casebridge.domain.field;

import java.util.regex.Pattern;

/**
 * A pattern over field paths. {@code [*]} stands for any member of a list and a closing {@code .*} for everything
 * below; anything else is literal, so that an allow-list allows only what it names.
 */
public final class PathPattern {

    private final String text;
    private final Pattern pattern;

    private PathPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    public static PathPattern of(String text) {
        boolean everythingBelow = text.endsWith(".*");
        String body = everythingBelow ? text.substring(0, text.length() - 2) : text;
        String regex =
                Pattern.quote(body).replace("[*]", "\\E\\[\\d+\\]\\Q") + (everythingBelow ? "(\\..+|\\[.+)?" : "");
        return new PathPattern(text, Pattern.compile(regex));
    }

    public boolean fits(String path) {
        return pattern.matcher(path).matches();
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
