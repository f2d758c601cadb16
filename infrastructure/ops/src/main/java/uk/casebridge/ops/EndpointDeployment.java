package uk.casebridge.ops;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts the synthesised app on anything that speaks AWS: files into buckets, then the stacks, one after the other. */
final class EndpointDeployment {

    private static final long STEP_MILLIS = 1_000;
    private static final int STEPS = 900;

    private final CloudFormationClient cloudFormation;
    private final S3Client s3;
    private final PrintWriter out;

    EndpointDeployment(CloudFormationClient cloudFormation, S3Client s3, PrintWriter out) {
        this.cloudFormation = cloudFormation;
        this.s3 = s3;
        this.out = out;
    }

    /**
     * Puts one stack there.
     *
     * @return the resources that were refused, each with its type and why; empty if the stack stands
     */
    List<String> deploy(SynthesisedApp app, String stack, String account, String region)
            throws IOException, InterruptedException {
        for (SynthesisedApp.Asset asset : app.assets(stack, account, region)) {
            upload(asset);
        }
        say("Stack " + stack + ": its template is being put there …");
        String template = app.template(stack);
        // A template above 51,200 bytes is taken only from a bucket.
        String bucket = "cdk-hnb659fds-assets-" + account + "-" + region;
        ensure(bucket);
        String key = stack + ".template.json";
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(template));
        String url = s3.utilities()
                .getUrl(request -> request.bucket(bucket).key(key))
                .toString();
        if (!begin(stack, url)) {
            say("Stack " + stack + " stands already as it should.");
            return List.of();
        }
        return await(stack);
    }

    private boolean begin(String stack, String templateUrl) {
        if (exists(stack)) {
            try {
                cloudFormation.updateStack(request -> request.stackName(stack)
                        .templateURL(templateUrl)
                        .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM));
                return true;
            } catch (CloudFormationException e) {
                if (String.valueOf(e.getMessage()).contains("No updates are to be performed")) {
                    return false;
                }
                throw e;
            }
        }
        cloudFormation.createStack(request -> request.stackName(stack)
                .templateURL(templateUrl)
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM)
                .onFailure(software.amazon.awssdk.services.cloudformation.model.OnFailure.DO_NOTHING));
        return true;
    }

    private boolean exists(String stack) {
        try {
            return cloudFormation
                    .describeStacks(request -> request.stackName(stack))
                    .hasStacks();
        } catch (CloudFormationException e) {
            if (String.valueOf(e.getMessage()).contains("does not exist")) {
                return false;
            }
            throw e;
        }
    }

    private List<String> await(String stack) throws InterruptedException {
        for (int step = 0; step < STEPS; step++) {
            StackStatus status = cloudFormation
                    .describeStacks(request -> request.stackName(stack))
                    .stacks()
                    .getFirst()
                    .stackStatus();
            String name = String.valueOf(status);
            if (!name.endsWith("_IN_PROGRESS")) {
                say("Stack " + stack + ": " + name);
                boolean stands = status == StackStatus.CREATE_COMPLETE || status == StackStatus.UPDATE_COMPLETE;
                return stands ? List.of() : refused(stack);
            }
            Thread.sleep(STEP_MILLIS);
        }
        return List.of("The stack " + stack + " is still being made; look at it again later.");
    }

    private List<String> refused(String stack) {
        Set<String> refused = new LinkedHashSet<>();
        for (StackEvent event : cloudFormation
                .describeStackEvents(request -> request.stackName(stack))
                .stackEvents()) {
            if (event.resourceStatusAsString().endsWith("_FAILED") && !stack.equals(event.logicalResourceId())) {
                refused.add(
                        event.resourceType() + " " + event.logicalResourceId() + ": " + event.resourceStatusReason());
            }
        }
        return refused.isEmpty()
                ? List.of("The stack " + stack + " failed and does not say why.")
                : List.copyOf(refused);
    }

    private void upload(SynthesisedApp.Asset asset) throws IOException {
        ensure(asset.bucket());
        say("  " + asset.key() + " from " + asset.source().getFileName());
        if (!asset.folderToZip()) {
            s3.putObject(request -> request.bucket(asset.bucket()).key(asset.key()), asset.source());
            return;
        }
        Path zip = Files.createTempFile("casebridge-", ".zip");
        try {
            zip(asset.source(), zip);
            s3.putObject(request -> request.bucket(asset.bucket()).key(asset.key()), zip);
        } finally {
            Files.delete(zip);
        }
    }

    private void ensure(String bucket) {
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (S3Exception e) {
            if (e.statusCode() != 404) {
                throw e;
            }
            s3.createBucket(request -> request.bucket(bucket));
        }
    }

    static void zip(Path folder, Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(folder.relativize(path).toString().replace('\\', '/'));
                // The same content gives the same zip, whenever it is made.
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }

    private void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
