package uk.casebridge.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * A page that only says something.
 *
 * @param heading the heading
 * @param paragraphs what it says
 * @param reference a reference to quote to the service desk
 * @param link where to go from here
 */
public record MessagePage(String heading, List<String> paragraphs, Optional<String> reference, Optional<Link> link) {

    public MessagePage {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A link with its words. */
    public record Link(String words, String href) {}

    public static MessagePage notFound() {
        return new MessagePage(
                "Page not found",
                List.of(
                        "If you typed the web address, check it is correct.",
                        "If you followed a link to a paper, the paper may belong to a court you are not signed in for."),
                Optional.empty(),
                Optional.of(new Link("See your court’s papers", "/papers")));
    }

    public static MessagePage problem(String reference) {
        return new MessagePage(
                "Sorry, there is a problem with this service",
                List.of(
                        "Try again in a few minutes. Papers that were already sent are safe.",
                        "If it keeps happening, tell your service desk and quote the reference."),
                Optional.of(reference),
                Optional.of(new Link("See your court’s papers", "/papers")));
    }

    public static MessagePage noRole(String user) {
        return new MessagePage(
                "You cannot use this service yet",
                List.of(
                        "You are signed in as " + user + ", but your account is not set up as a court clerk.",
                        "Ask your court’s delivery manager to add you to the clerks’ group and to your court house."),
                Optional.empty(),
                Optional.of(new Link("Sign in as someone else", "/sign-in")));
    }

    public static MessagePage noCourt(String user) {
        return new MessagePage(
                "Your account has no court",
                List.of(
                        "You are signed in as " + user + ", but your account names no court house.",
                        "Ask your court’s delivery manager to add you to your court house."),
                Optional.empty(),
                Optional.of(new Link("Sign in as someone else", "/sign-in")));
    }

    public static MessagePage signInFailed(String reference) {
        return new MessagePage(
                "We could not sign you in",
                List.of("The sign-in took too long, was started in another window, or was not completed."),
                Optional.of(reference),
                Optional.of(new Link("Try again", "/sign-in")));
    }

    public static MessagePage signedOut() {
        return new MessagePage(
                "You have signed out",
                List.of("Close this window if you share this computer."),
                Optional.empty(),
                Optional.of(new Link("Sign in again", "/sign-in")));
    }

    public static MessagePage staleForm() {
        return new MessagePage(
                "This form is out of date",
                List.of(
                        "You may have signed out or signed in again in another window since the page was opened.",
                        "Nothing was sent. Go back to the list and try again."),
                Optional.empty(),
                Optional.of(new Link("See your court’s papers", "/papers")));
    }
}
