package uk.casebridge.portal.page;

import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param title the page's title, as the browser's tab shows it
 * @param assets style sheets and scripts
 * @param clerk who is signed in
 * @param place which part of the navigation the page belongs to
 * @param refreshes whether a browser without scripts loads the page again every 5 seconds
 */
public record Frame(String title, AssetPaths assets, Optional<Clerk> clerk, Place place, boolean refreshes) {

    /** The parts of the navigation. */
    public enum Place {
        PAPERS,
        SEND,
        DESK,
        ELSEWHERE
    }

    /**
     * Who is signed in.
     *
     * @param name the user name
     * @param csrf what every form must bring back
     */
    public record Clerk(String name, String csrf) {}

    /** What every form must bring back; empty where nobody is signed in. */
    public String csrf() {
        return clerk.map(Clerk::csrf).orElse("");
    }

    public boolean at(Place other) {
        return place == other;
    }
}
