package uk.casebridge.portal;

import java.util.List;

/**
 * The content security policy of a page: nothing but our own files, nothing inline, nobody may frame it. A page names
 * beside them what its forms and scripts may send to.
 */
final class ContentPolicy {

    static final ContentPolicy OURS = new ContentPolicy(List.of(), List.of());

    private final List<String> forms;
    private final List<String> connections;

    private ContentPolicy(List<String> forms, List<String> connections) {
        this.forms = List.copyOf(forms);
        this.connections = List.copyOf(connections);
    }

    /** Its forms may also be posted there. */
    static ContentPolicy formsTo(String origin) {
        return new ContentPolicy(List.of(origin), List.of());
    }

    /** Its scripts may also send there. */
    static ContentPolicy connectionsTo(String origin) {
        return new ContentPolicy(List.of(), List.of(origin));
    }

    /** @param signOut origins that the answer to signing out may lead on to, which browsers count as the form's */
    String text(List<String> signOut) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                + sources(connections, List.of())
                + "; form-action"
                + sources(forms, signOut)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String sources(List<String> some, List<String> more) {
        StringBuilder sources = new StringBuilder(" 'self'");
        some.forEach(origin -> sources.append(' ').append(origin));
        more.forEach(origin -> sources.append(' ').append(origin));
        return sources.toString();
    }
}
