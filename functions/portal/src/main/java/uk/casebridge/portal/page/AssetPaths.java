package uk.casebridge.portal.page;

import java.util.Map;

/** Where the style sheets and scripts are: {@code govuk.css} and so on to its path with the hash of its content. */
public record AssetPaths(Map<String, String> hashed) {

    public AssetPaths {
        hashed = Map.copyOf(hashed);
    }

    /**
     * The path of a file.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public String of(String name) {
        String path = hashed.get(name);
        if (path == null) {
            throw new IllegalArgumentException("The build made no " + name);
        }
        return path;
    }
}
