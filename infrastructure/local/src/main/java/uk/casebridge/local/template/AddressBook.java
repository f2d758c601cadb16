package uk.casebridge.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public AWS addresses a template writes out as text, and what stands for them locally. Each one used is
 * remembered, so that the house can say at start what it put in place of what.
 */
public final class AddressBook {
    private final Map<Pattern, String> entries = new LinkedHashMap<>();
    private final Map<String, String> used = new TreeMap<>();

    /**
     * @param issuers where the token issuer listens; the path of an AWS issuer, its pool, is kept
     * @param api where the HTTP API listens
     */
    public AddressBook(String issuers, String api) {
        entries.put(Pattern.compile("https://cognito-idp\\.[a-z0-9-]+\\.amazonaws\\.com"), issuers);
        entries.put(Pattern.compile("https://[a-z0-9*-]+\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com"), api);
    }

    /** The text with every address that has a local one replaced by it. */
    public synchronized String local(String text) {
        String result = text;
        for (Map.Entry<Pattern, String> entry : entries.entrySet()) {
            Matcher matcher = entry.getKey().matcher(result);
            StringBuilder out = new StringBuilder();
            while (matcher.find()) {
                used.put(matcher.group(), entry.getValue());
                matcher.appendReplacement(out, Matcher.quoteReplacement(entry.getValue()));
            }
            result = matcher.appendTail(out).toString();
        }
        return result;
    }

    /** What was replaced by what. */
    public synchronized Map<String, String> used() {
        return Map.copyOf(used);
    }
}
