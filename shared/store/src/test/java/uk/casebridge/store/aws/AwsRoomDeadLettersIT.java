package uk.casebridge.store.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import uk.casebridge.store.RoomDeadLetters;
import uk.casebridge.store.RoomQueue;
import uk.casebridge.store.contract.RoomDeadLettersContract;
import uk.casebridge.store.contract.Samples;

class AwsRoomDeadLettersIT extends RoomDeadLettersContract {

    private final AwsHouse house = AwsHouse.get();
    private final SqsClient sqs = house.clients().sqs();
    private AwsNames names = house.names();

    @Override
    protected RoomDeadLetters letters() {
        return AwsStore.of(house.clients(), names, Samples.clock()).roomDeadLetters();
    }

    @Override
    protected void clear() {
        names = house.freshQueues();
    }

    @Override
    protected void bury(RoomQueue queue, String body) {
        sqs.sendMessage(
                send -> send.queueUrl(url(names.roomDeadLetters(), queue)).messageBody(body));
    }

    @Override
    protected List<String> waiting(RoomQueue queue) {
        return sqs
                .receiveMessage(receive ->
                        receive.queueUrl(url(names.roomQueues(), queue)).maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(Message::body)
                .toList();
    }

    private static String url(Map<String, String> urls, RoomQueue queue) {
        return Optional.ofNullable(urls.get(queue.id())).orElseThrow();
    }
}
