package uk.casebridge.cdk;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.StackProps;

/**
 * Writes the templates of both stacks. Run by the CDK command line, or alone with the folder to write to in
 * {@code CDK_OUTDIR} or the system property {@code outdir}.
 */
public final class CasebridgeApp {

    /** The name of the stack papers flow through. */
    public static final String CORE = "casebridge-core";
    /** The name of the stack people and agencies come in by. */
    public static final String DOOR = "casebridge-door";

    /** What newer CDK releases do by default and older ones only when asked. */
    private static final Map<String, Object> FLAGS = Map.of(
            "@aws-cdk/aws-iam:minimizePolicies", true,
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
            "@aws-cdk/aws-lambda:recognizeLayerVersion", true,
            "@aws-cdk/core:checkSecretUsage", true,
            "@aws-cdk/aws-kms:reduceCrossAccountRegionPolicyScope", true,
            "@aws-cdk/core:defaultCrossStackReferences", "strong",
            // The code is taken from where it was built, not copied beside the template first.
            "aws:cdk:disable-asset-staging", true,
            "aws:cdk:enable-asset-metadata", true);

    private CasebridgeApp() {}

    /** Writes the templates, from the checkout that the working folder lies in; ends with 1 if something is missing. */
    public static void main(String[] args) {
        Deployables deployables = Deployables.built(checkout(Path.of("").toAbsolutePath()));
        try {
            for (Room room : Room.values()) {
                deployables.of(room);
            }
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        App app = app(Optional.ofNullable(System.getenv("CDK_OUTDIR"))
                .or(() -> Optional.ofNullable(System.getProperty("outdir")))
                .map(Path::of));
        build(app, deployables);
        app.synth();
    }

    static App app(Optional<Path> outdir) {
        App.Builder builder =
                App.Builder.create().context(FLAGS).analyticsReporting(false).treeMetadata(false);
        outdir.ifPresent(folder -> builder.outdir(folder.toString()));
        return builder.build();
    }

    /** Puts both stacks, and the checks on them, into an app. */
    static void build(App app, Deployables deployables) {
        Deployment deployment = Deployment.of(app.getNode());
        CoreStack core = new CoreStack(
                app,
                CORE,
                props("Casebridge: what papers flow through, from the upload to every recipient's queue"),
                deployables,
                deployment);
        DoorStack door = new DoorStack(
                app,
                DOOR,
                props("Casebridge: how clerks, agencies and operators come in"),
                core,
                deployables,
                deployment);
        door.addStackDependency(core);
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().build());
    }

    private static StackProps props(String description) {
        return StackProps.builder()
                .description(description)
                // Asks nothing of the account but the bucket for code, so that other endpoints can take the template.
                .synthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false)
                        .build())
                .build();
    }

    /** The checkout that a folder lies in: the nearest one above it with an {@code .editorconfig}. */
    static Path checkout(Path folder) {
        Path here = folder;
        while (here != null) {
            if (Files.exists(here.resolve(".editorconfig"))) {
                return here;
            }
            here = here.getParent();
        }
        throw new IllegalStateException(folder + " is not inside a checkout of Casebridge");
    }
}
