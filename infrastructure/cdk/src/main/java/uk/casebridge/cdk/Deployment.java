package uk.casebridge.cdk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Node;
import uk.casebridge.domain.recipient.Recipient;

/**
 * What differs from one installation to the next, read from the CDK context (keys {@code casebridge:…}, given in
 * {@code cdk.json} or by {@code -c key=value}).
 *
 * @param accounts the AWS account, twelve digits, from which a recipient takes its messages; a recipient that is not
 *     named takes them from the account the house stands in
 * @param operationsContact the mail address that ordinary alarms go to
 * @param dutyContact the mail address of the named duty contact, who is called when custody is concerned
 * @param portalOrigins the web origins that may post a file into incoming by script; empty for the API's own address
 * @param signInDomain the first label of the sign-in pages' host name; empty for {@code casebridge-<account>}
 * @param ocr what recognises text in pictures: {@code textract}, or {@code tesseract} where the endpoint has none; empty
 *     for Textract
 */
public record Deployment(
        Map<Recipient, String> accounts,
        Optional<String> operationsContact,
        Optional<String> dutyContact,
        List<String> portalOrigins,
        Optional<String> signInDomain,
        Optional<String> ocr) {

    public Deployment {
        accounts = Map.copyOf(accounts);
        portalOrigins = List.copyOf(portalOrigins);
        accounts.forEach((recipient, account) -> {
            if (!account.matches("\\d{12}")) {
                throw new IllegalArgumentException(
                        "The account of " + recipient.id() + " is not twelve digits: " + account);
            }
        });
    }

    /** Reads it from the context of a construct tree. */
    static Deployment of(Node node) {
        Map<Recipient, String> accounts = new EnumMap<>(Recipient.class);
        for (Recipient recipient : Recipient.values()) {
            text(node, "casebridge:account:" + recipient.id()).ifPresent(account -> accounts.put(recipient, account));
        }
        return new Deployment(
                accounts,
                text(node, "casebridge:operations-contact"),
                text(node, "casebridge:duty-contact"),
                text(node, "casebridge:portal-origins")
                        .map(origins -> List.of(origins.split(",")))
                        .orElseGet(List::of),
                text(node, "casebridge:sign-in-domain"),
                text(node, "casebridge:ocr"));
    }

    /** The account a recipient takes its messages from, if it is not the house's own. */
    public Optional<String> account(Recipient recipient) {
        return Optional.ofNullable(accounts.get(recipient));
    }

    private static Optional<String> text(Node node, String key) {
        return Optional.ofNullable(node.tryGetContext(key))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }
}
