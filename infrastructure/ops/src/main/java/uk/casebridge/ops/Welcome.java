package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** What somebody needs to know once the house is up. */
final class Welcome {

    private Welcome() {}

    static void print(JsonNode house, PrintWriter out) {
        out.println();
        out.println("Portal     " + house.path("portal").asText());
        out.println("Sign in as");
        for (JsonNode user : house.path("signIn")) {
            StringBuilder groups = new StringBuilder();
            user.path("groups").forEach(group -> groups.append(' ').append(group.asText()));
            out.println("           " + user.path("name").asText() + groups);
        }
        out.println("Queues     at " + house.path("sqs").asText());
        house.path("queues")
                .properties()
                .forEach(queue -> out.println(
                        "           " + queue.getKey() + "  " + queue.getValue().asText()));
        out.println("Send one   ./infrastructure/casebridge submit FILE");
        out.println("End        Ctrl-C");
        out.flush();
    }
}
