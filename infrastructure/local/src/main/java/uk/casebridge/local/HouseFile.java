package uk.casebridge.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.casebridge.local.engine.Person;
import uk.casebridge.local.engine.SignInClient;

/**
 * What others need to know of a running house, written to a file that only its owner can read, since it holds secrets.
 *
 * @param portal the portal's address, which is the API's too
 * @param issuer the issuer of tokens
 * @param sqs where SQS answers
 * @param s3 where S3 answers
 * @param dynamodb where DynamoDB and KMS answer
 * @param region the region everything is in
 * @param accessKey the access key everything local is signed with
 * @param secretKey its secret
 * @param clients the clients that sign in for themselves
 * @param queues the recipients' queues by recipient, urgent ones apart
 * @param signIn who can sign in at the portal
 */
record HouseFile(
        String portal,
        String issuer,
        String sqs,
        String s3,
        String dynamodb,
        String region,
        String accessKey,
        String secretKey,
        List<SignInClient> clients,
        Map<String, String> queues,
        List<Person> signIn) {
    private static final ObjectMapper JSON = new ObjectMapper();

    ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("portal", portal)
                .put("api", portal)
                .put("tokenEndpoint", issuer + "/token")
                .put("issuer", issuer)
                .put("sqs", sqs)
                .put("s3", s3)
                .put("dynamodb", dynamodb)
                .put("region", region)
                .put("accessKey", accessKey)
                .put("secretKey", secretKey);
        ObjectNode known = root.putObject("clients");
        clients.stream()
                .filter(client -> client.flows().contains("client_credentials"))
                .forEach(client -> known.putObject(client.name().replaceFirst("^casebridge-(agency-)?", ""))
                        .put("id", client.id())
                        .put("secret", client.secret()));
        clients.stream()
                .filter(client -> client.flows().contains("code"))
                .findFirst()
                .ifPresent(client -> root.put("portalClient", client.id()));
        ObjectNode addresses = root.putObject("queues");
        new TreeMap<>(queues).forEach(addresses::put);
        for (Person person : signIn) {
            ObjectNode entry = root.withArray("signIn").addObject().put("name", person.name());
            person.groups().forEach(entry.withArray("groups")::add);
        }
        root.put("pid", ProcessHandle.current().pid());
        return root;
    }

    /** Writes it beside its place and moves it there, so that nobody reads half of it. */
    void write(Path file) throws IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(
                folder,
                "house",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), json());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
