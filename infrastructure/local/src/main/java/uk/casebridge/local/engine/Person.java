package uk.casebridge.local.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who can sign in to the local house; no password is asked.
 *
 * @param name the sign-in name
 * @param groups the groups that say what the person may do and for which court
 */
public record Person(String name, List<String> groups) {

    public Person {
        groups = List.copyOf(groups);
    }

    String subject() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    String email() {
        return name + "@house.example";
    }
}
