package uk.casebridge.local.resource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.casebridge.local.function.FunctionSettings;
import uk.casebridge.local.function.LocalFunction;
import uk.casebridge.local.template.AddressBook;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resource;
import uk.casebridge.local.template.TemplateException;

/** Lambda functions, their versions and aliases, all of which run the one asset that is there. */
public final class Functions implements Family {
    private static final Map<String, String> IGNORED = Map.ofEntries(
            Map.entry("Architectures", "the JVM of this machine runs it"),
            Map.entry("Runtime", "the JVM of the house runs it"),
            Map.entry("Code", "the folder of the asset is taken, not its zip"),
            Map.entry("Description", "only words"),
            Map.entry("LoggingConfig", "functions' logs go to one file beside house.json"),
            Map.entry("Role", "permissions are not checked locally"),
            Map.entry("SnapStart", "a function is made once, when the house starts"),
            Map.entry("TracingConfig", "nothing is traced locally"),
            Map.entry("EphemeralStorage", "the temporary folder is this machine's"),
            Map.entry("KmsKeyArn", "permissions are not checked locally"),
            Map.entry("RecursiveLoop", "nothing watches for loops locally"),
            Map.entry("ReservedConcurrentExecutions", "the house runs as many at once as the machine has cores"),
            Map.entry("Tags", "only labels"));

    private final Path assets;
    private final Map<String, String> overrides;
    private final Map<String, String> lambdaVariables;
    private final AddressBook addresses;
    private final Clock clock;
    private final int concurrency;
    private final Map<String, LocalFunction> made = new LinkedHashMap<>();
    private final Map<String, String> overridden = new TreeMap<>();

    /**
     * @param assets the folder relative asset paths start from
     * @param overrides settings that replace the template's, in functions that have them
     * @param lambdaVariables what Lambda itself sets
     */
    public Functions(
            Path assets,
            Map<String, String> overrides,
            Map<String, String> lambdaVariables,
            AddressBook addresses,
            Clock clock) {
        this.assets = assets;
        this.overrides = Map.copyOf(overrides);
        this.lambdaVariables = Map.copyOf(lambdaVariables);
        this.addresses = addresses;
        this.clock = clock;
        this.concurrency = Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /** How many invocations of a function may be under way at once. */
    public int concurrency() {
        return concurrency;
    }

    public List<LocalFunction> all() {
        return List.copyOf(made.values());
    }

    /** The settings of the template that were replaced, with what replaced them. */
    public Map<String, String> overridden() {
        return Map.copyOf(overridden);
    }

    /** A function by its name or ARN, with or without a version or alias. */
    public LocalFunction byArn(String arn) {
        String name = arn.replaceFirst("^.*:function:", "").replaceFirst(":.*$", "");
        LocalFunction function = made.get(name);
        if (function == null) {
            throw new TemplateException("there is no function " + arn);
        }
        return function;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias");
    }

    @Override
    public Map<String, String> ignored(String type) {
        return type.equals("AWS::Lambda::Function")
                ? IGNORED
                : Map.of(
                        "Description", "only words",
                        "CodeSha256", "the asset is taken as it is",
                        "ProvisionedConcurrencyConfig", "a function is made once, when the house starts");
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        return switch (resource.type()) {
            case "AWS::Lambda::Version" -> {
                String arn = arn(properties.required("FunctionName")) + ":1";
                yield new Made(arn, Map.of("Version", "1", "FunctionArn", arn));
            }
            case "AWS::Lambda::Alias" -> {
                properties.required("FunctionVersion");
                String arn = arn(properties.required("FunctionName")) + ":" + properties.required("Name");
                yield new Made(arn, Map.of("AliasArn", arn));
            }
            default -> function(resource, properties);
        };
    }

    private Made function(Resource resource, Properties properties) {
        String name = properties.text("FunctionName").orElseGet(() -> Names.physical(resource, 64));
        int memory = properties.number("MemorySize").orElse(128);
        Path asset = asset(resource);
        Map<String, String> environment = new LinkedHashMap<>(lambdaVariables);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", name);
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memory));
        environment.put("LAMBDA_TASK_ROOT", asset.toString());
        properties.part("Environment").json("Variables").properties().forEach(variable -> {
            String value = addresses.local(variable.getValue().asText());
            String override = overrides.get(variable.getKey());
            if (override != null) {
                overridden.put(name + " " + variable.getKey(), override);
            }
            environment.put(variable.getKey(), override == null ? value : override);
        });
        overrides.forEach((variable, value) -> {
            // Where reading happens is chosen by the first setting and done by the others.
            if (environment.containsKey("CASEBRIDGE_READING") && environment.putIfAbsent(variable, value) == null) {
                overridden.put(name + " " + variable, value);
            }
        });
        FunctionSettings settings = new FunctionSettings(
                name,
                arn(name),
                properties.required("Handler"),
                asset,
                environment,
                Duration.ofSeconds(properties.number("Timeout").orElse(3)),
                memory);
        made.put(name, new LocalFunction(settings, concurrency, clock));
        return new Made(name, Map.of("Arn", arn(name)));
    }

    private Path asset(Resource resource) {
        String path = resource.metadata().path("aws:asset:path").asText();
        if (path.isEmpty()) {
            throw new TemplateException("its metadata name no asset (aws:asset:path): synthesise with asset metadata");
        }
        Path asset = assets.resolve(path).normalize();
        if (!Files.isDirectory(asset)) {
            throw new TemplateException("its asset " + asset + " is not there: package the functions first");
        }
        return asset;
    }

    private static String arn(String name) {
        return name.startsWith("arn:") ? name : Names.arn("lambda", "function:" + name);
    }
}
