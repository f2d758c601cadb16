package uk.casebridge.ops;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Puts the synthesised app on LocalStack, Floci or anything else that speaks AWS at one address. */
@Command(
        name = "deploy",
        description = {
            "Put the synthesised stacks on an endpoint that speaks AWS, such as LocalStack.",
            "Without --endpoint the start script runs 'cdk deploy' to the account at hand instead."
        })
final class DeployCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--endpoint", required = true, description = "For example http://127.0.0.1:4566")
    private URI endpoint = URI.create("http://127.0.0.1:4566");

    @Option(
            names = "--stack",
            description = "core or door (default: both). An endpoint without HTTP API or Cognito takes core alone.")
    private List<String> stacks = List.of();

    @Option(names = "--region", defaultValue = "eu-west-2", description = "Default: ${DEFAULT-VALUE}")
    private String region = "";

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        SynthesisedApp app =
                new SynthesisedApp(Casebridge.root().resolve(".casebridge").resolve("cdk.out"));
        // LocalStack takes any key; real ones are used where they are set.
        AwsCredentialsProvider credentials = AwsCredentialsProviderChain.of(
                DefaultCredentialsProvider.builder().build(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
        try (StsClient sts = StsClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.of(region))
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                S3Client s3 = S3Client.builder()
                        .endpointOverride(endpoint)
                        .region(Region.of(region))
                        .credentialsProvider(credentials)
                        .forcePathStyle(true)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                CloudFormationClient cloudFormation = CloudFormationClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.of(region))
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            String account = sts.getCallerIdentity().account();
            EndpointDeployment deployment = new EndpointDeployment(cloudFormation, s3, out);
            List<String> refused = new ArrayList<>();
            for (String stack : stacks.isEmpty() ? List.of("core", "door") : stacks) {
                refused.addAll(deployment.deploy(app, "casebridge-" + stack, account, region));
            }
            if (!refused.isEmpty()) {
                out.println("Refused by " + endpoint + ":");
                refused.forEach(line -> out.println("  " + line));
                out.println("If it has no HTTP API or Cognito, deploy with --stack core:"
                        + " papers then enter by the drop prefix of the incoming bucket.");
            }
            out.flush();
            return refused.isEmpty() ? 0 : Casebridge.NOT_WELL;
        } catch (SdkClientException e) {
            throw new NotReachedException("Nothing that speaks AWS answers at " + endpoint + ": " + e.getMessage(), e);
        }
    }
}
