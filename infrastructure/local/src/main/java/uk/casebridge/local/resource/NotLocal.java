package uk.casebridge.local.resource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.casebridge.local.template.Resource;

/** Resource types that have no counterpart in the local house, each with the reason. Ignored here is untested here. */
public final class NotLocal {
    private static final String POLICY = "permissions are not checked locally";
    private static final String WATCH = "there are no metrics and no alarms locally";
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("AWS::IAM::Role", POLICY),
            Map.entry("AWS::IAM::Policy", POLICY),
            Map.entry("AWS::IAM::ManagedPolicy", POLICY),
            Map.entry("AWS::S3::BucketPolicy", POLICY),
            Map.entry("AWS::SQS::QueuePolicy", POLICY),
            Map.entry("AWS::SNS::TopicPolicy", POLICY),
            Map.entry("AWS::Lambda::Permission", POLICY),
            Map.entry("AWS::SNS::Topic", "only alarms publish to it, and there are none locally"),
            Map.entry("AWS::SNS::Subscription", "only alarms publish to it, and there are none locally"),
            Map.entry("AWS::CloudWatch::Alarm", WATCH),
            Map.entry("AWS::CloudWatch::CompositeAlarm", WATCH),
            Map.entry("AWS::CloudWatch::Dashboard", WATCH),
            Map.entry("AWS::Logs::LogGroup", "functions' logs go to one file beside house.json"),
            Map.entry("AWS::Logs::MetricFilter", WATCH),
            Map.entry("AWS::CDK::Metadata", "the CDK's own note"));

    private NotLocal() {}

    /** Why a type is ignored; empty if it is not. */
    public static Optional<String> reason(String type) {
        return Optional.ofNullable(REASONS.get(type));
    }

    /** Something to refer to where a template refers to what is ignored. */
    static Made stand(Resource resource) {
        String name = Names.physical(resource, 128);
        String service = resource.type().split("::")[1].toLowerCase(java.util.Locale.ROOT);
        Map<String, String> attributes = new HashMap<>();
        attributes.put("Arn", Names.arn(service, name));
        attributes.put("TopicArn", Names.arn(service, name));
        attributes.put("TopicName", name);
        return new Made(resource.type().equals("AWS::SNS::Topic") ? Names.arn(service, name) : name, attributes);
    }
}
