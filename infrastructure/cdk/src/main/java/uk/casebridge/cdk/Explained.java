package uk.casebridge.cdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.Annotations;
import software.constructs.IConstruct;

/** What the AWS solutions checks would find and we let stand, each with its reason. Nothing else is let stand. */
final class Explained {

    private Explained() {}

    /** A role that reads or writes objects whose keys are made from papers that have not come yet. */
    static void objectsOfAPaper(IConstruct role) {
        explain(
                role,
                "AwsSolutions-IAM5",
                "A paper's key is not known before the paper comes. Each bucket holds one thing only, and the actions"
                        + " are named one by one.",
                "/^Resource::<(Incoming|Originals|Evidence|StandingData)[0-9A-F]{8}\\.Arn>\\/(papers\\/|urgent\\/)?\\*$/g");
    }

    /** A role that lists the streams of one table. */
    static void streamsOfTheTable(IConstruct role) {
        explain(
                role,
                "AwsSolutions-IAM5",
                "Streams are listed by table, and a stream's own name ends in the moment it was made.",
                "/^Resource::<Table[0-9A-F]{8}\\.Arn>\\/stream\\/\\*$/g");
    }

    /** A role that has the text of pictures recognised. */
    static void textOfPictures(IConstruct role) {
        explain(
                role,
                "AwsSolutions-IAM5",
                "Textract's calls know no resource; the one action that is allowed reads the picture it is sent and"
                        + " keeps nothing.",
                "/^Resource::\\*$/g");
    }

    /** A queue where messages end that could not be relayed. */
    static void lastQueue(IConstruct queue) {
        explain(
                queue,
                "AwsSolutions-SQS3",
                "This is where a stream's failed batches end, as in a dead-letter queue; nothing takes from it by"
                        + " itself, and one message in it rings an alarm.");
    }

    /** A route that the portal guards, not the gateway. */
    static void publicRoute(IConstruct route) {
        explain(
                route,
                "AwsSolutions-APIG4",
                "The portal's pages are public at the gateway and on the list of public routes; the portal checks the"
                        + " session itself and sends whoever has none to sign in.");
    }

    /** A function that is called by an alias of a published version. */
    static void published(IConstruct function) {
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish",
                        "A version is published with each deployment, and callers go to it by the alias.");
    }

    private static void explain(IConstruct construct, String finding, String reason) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(NagPackSuppression.builder().id(finding).reason(reason).build()),
                true);
    }

    private static void explain(IConstruct construct, String finding, String reason, String pattern) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(NagPackSuppression.builder()
                        .id(finding)
                        .reason(reason)
                        .appliesTo(
                                List.of(RegexAppliesTo.builder().regex(pattern).build()))
                        .build()),
                true);
    }
}
