package uk.casebridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import uk.casebridge.domain.recipient.Recipient;

class DeploymentTest {

    private static final String AGENCY = "111122223333";

    @Test
    void shouldReadAnInstallationFromTheContext() {
        App app = App.Builder.create()
                .context(Map.of(
                        "casebridge:account:prison", AGENCY,
                        "casebridge:duty-contact", "duty@courts.example",
                        "casebridge:portal-origins", "https://papers.courts.example"))
                .build();

        assertThat(Deployment.of(app.getNode()))
                .isEqualTo(new Deployment(
                        Map.of(Recipient.PRISON, AGENCY),
                        Optional.empty(),
                        Optional.of("duty@courts.example"),
                        List.of("https://papers.courts.example"),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void shouldRefuseAnAccountThatIsNotTwelveDigits() {
        assertThatThrownBy(() -> new Deployment(
                        Map.of(Recipient.PRISON, "1234"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessageContaining("prison")
                .hasMessageContaining("twelve digits");
    }

    @Test
    void shouldLetTheNamedAccountReceiveAndDecryptAndNoOther() {
        Stack stack = new Stack(new App(), "lanes");
        Deployment deployment = new Deployment(
                Map.of(),
                Optional.of("operations@courts.example"),
                Optional.of("duty@courts.example"),
                List.of(),
                Optional.empty(),
                Optional.empty());
        new RecipientLanes(stack, Recipient.PRISON, Optional.of(AGENCY), new Alarms(stack, "Alarms", deployment));

        Template template = Template.fromStack(stack);
        Object agency = Map.of(
                "AWS",
                Map.of(
                        "Fn::Join",
                        List.of("", List.of("arn:", Map.of("Ref", "AWS::Partition"), ":iam::" + AGENCY + ":root"))));
        template.resourcePropertiesCountIs(
                "AWS::SQS::QueuePolicy",
                Map.of(
                        "PolicyDocument",
                        Map.of(
                                "Statement",
                                Match.arrayWith(List.of(
                                        Match.objectLike(Map.of("Sid", "RecipientReceives", "Principal", agency)))))),
                2);
        template.resourcePropertiesCountIs(
                "AWS::KMS::Key",
                Match.objectLike(Map.of(
                        "KeyPolicy",
                        Map.of(
                                "Statement",
                                Match.arrayWith(List.of(
                                        Match.objectLike(Map.of("Action", "kms:Decrypt", "Principal", agency))))))),
                1);
        template.hasResourceProperties(
                "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "duty@courts.example"));
    }
}
