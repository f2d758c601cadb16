package uk.casebridge.store.aws;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import uk.casebridge.domain.kind.Urgency;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.store.Store;
import uk.casebridge.store.contract.RecipientQueuesContract;
import uk.casebridge.store.contract.Samples;

class AwsRecipientQueuesIT extends RecipientQueuesContract {

    private final AwsHouse house = AwsHouse.get();
    private final SqsClient sqs = house.clients().sqs();
    private Store store = house.store();
    private Map<String, String> queues = Map.of();

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected void clear() {
        // A queue made anew has forgotten its deduplication ids too, which a purge does not.
        AwsNames names = house.freshQueues();
        store = AwsStore.of(house.clients(), names, Samples.clock());
        queues = names.recipientQueues();
    }

    @Override
    protected Optional<String> take(Recipient recipient, Urgency urgency) {
        String url = url(recipient, urgency);
        return sqs.receiveMessage(receive -> receive.queueUrl(url)).messages().stream()
                .findFirst()
                .map(message -> {
                    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
                    return message.body();
                });
    }

    @Override
    protected void bury(Recipient recipient, Urgency urgency) {
        String url = url(recipient, urgency);
        String handle = sqs.receiveMessage(receive -> receive.queueUrl(url))
                .messages()
                .getFirst()
                .receiptHandle();
        sqs.changeMessageVisibility(
                change -> change.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
        // One receive is allowed; the next moves it.
        sqs.receiveMessage(receive -> receive.queueUrl(url));
    }

    @Override
    protected void leave(Recipient recipient) {
        for (Urgency urgency : Urgency.values()) {
            sqs.deleteQueue(delete -> delete.queueUrl(url(recipient, urgency)));
        }
    }

    private String url(Recipient recipient, Urgency urgency) {
        return Optional.ofNullable(queues.get(AwsNames.lane(recipient, urgency)))
                .orElseThrow();
    }
}
