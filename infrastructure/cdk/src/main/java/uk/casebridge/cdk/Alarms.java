package uk.casebridge.cdk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * Who is told when something goes wrong. Operations hears every alarm; the named duty contact hears those that concern
 * somebody's custody as well.
 */
final class Alarms extends Construct {

    /** Who must hear of it. */
    enum Concern {
        OPERATIONS,
        CUSTODY
    }

    /** When a measured value is bad. */
    record Limit(double threshold, int periods, ComparisonOperator comparison, TreatMissingData missing) {

        /** One period at or above the threshold is enough; silence is good news. */
        static Limit atLeast(double threshold) {
            return new Limit(
                    threshold,
                    1,
                    ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                    TreatMissingData.NOT_BREACHING);
        }

        /** So many periods in a row above the threshold; silence is good news. */
        static Limit above(double threshold, int periods) {
            return new Limit(
                    threshold, periods, ComparisonOperator.GREATER_THAN_THRESHOLD, TreatMissingData.NOT_BREACHING);
        }

        /** So many periods in a row below the threshold, or silent. */
        static Limit belowOrSilent(double threshold, int periods) {
            return new Limit(threshold, periods, ComparisonOperator.LESS_THAN_THRESHOLD, TreatMissingData.BREACHING);
        }
    }

    private final Topic operations;
    private final Topic dutyContact;

    Alarms(Construct scope, String id, Deployment deployment) {
        super(scope, id);
        Key key = Key.Builder.create(this, "Key")
                .description("Casebridge: alarm messages on their way to people")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsAreEncrypted")
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        operations = topic("Operations", "Casebridge operations", key, deployment.operationsContact());
        dutyContact = topic("DutyContact", "Casebridge duty contact", key, deployment.dutyContact());
    }

    private Topic topic(String id, String title, Key key, Optional<String> address) {
        Topic topic = Topic.Builder.create(this, id)
                .displayName(title)
                .masterKey(key)
                .enforceSsl(true)
                .build();
        // A topic with a policy of its own loses the default one, under which alarms may publish.
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsMayPublish")
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        address.ifPresent(mail -> topic.addSubscription(new EmailSubscription(mail)));
        return topic;
    }

    /**
     * Makes an alarm.
     *
     * @param scope where it stands in the tree, which gives it its name
     * @param meaning one sentence that says what has happened
     */
    void ring(
            Construct scope, String id, IMetric metric, Limit limit, Concern concern, String meaning, Runbook runbook) {
        Alarm alarm = Alarm.Builder.create(scope, id)
                .metric(metric)
                .threshold(limit.threshold())
                .evaluationPeriods(limit.periods())
                .comparisonOperator(limit.comparison())
                .treatMissingData(limit.missing())
                .alarmDescription(meaning + " Runbook: " + runbook.path())
                .build();
        alarm.addAlarmAction(new SnsAction(operations));
        alarm.addOkAction(new SnsAction(operations));
        if (concern == Concern.CUSTODY) {
            alarm.addAlarmAction(new SnsAction(dutyContact));
            alarm.addOkAction(new SnsAction(dutyContact));
        }
    }
}
