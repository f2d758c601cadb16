package uk.casebridge.cdk;

import java.util.List;
import java.util.Optional;

/** Every route of the door, in one list: who answers it, and with which scope a token opens it. */
final class Routes {

    /**
     * A route.
     *
     * @param method an HTTP method, or {@code ANY}
     * @param scope the scope a token must have; empty for the public, whom the portal then checks itself
     */
    record Route(String method, String path, Room room, Optional<Scope> scope) {

        /** As the gateway writes it. */
        String key() {
            return method + " " + path;
        }
    }

    /** What a token may be for. */
    enum Scope {
        AGENCY("agency", "Fetch deliveries of one's own and send receipts"),
        OPERATOR("operator", "Run the house");

        private final String id;
        private final String description;

        Scope(String id, String description) {
            this.id = id;
            this.description = description;
        }

        String id() {
            return id;
        }

        String description() {
            return description;
        }

        /** As a token carries it. */
        String full() {
            return "casebridge/" + id;
        }
    }

    /** The routes that no token guards. Another one is a decision: it belongs in this list or behind a scope. */
    static final List<String> PUBLIC = List.of("GET /", "GET /{proxy+}", "POST /{proxy+}");

    static final List<Route> ALL = List.of(
            open("GET", "/"),
            open("GET", "/{proxy+}"),
            open("POST", "/{proxy+}"),
            agency("GET", "/api/agencies/deliveries"),
            agency("GET", "/api/agencies/deliveries/{id}"),
            agency("GET", "/api/agencies/deliveries/{id}/document"),
            agency("POST", "/api/agencies/deliveries/{id}/receipts"),
            new Route("ANY", "/api/operator/{proxy+}", Room.OPERATOR, Optional.of(Scope.OPERATOR)));

    private Routes() {}

    private static Route open(String method, String path) {
        return new Route(method, path, Room.PORTAL, Optional.empty());
    }

    private static Route agency(String method, String path) {
        return new Route(method, path, Room.AGENCIES, Optional.of(Scope.AGENCY));
    }
}
