package uk.casebridge.local.resource;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.casebridge.local.engine.KeyEngine;
import uk.casebridge.local.template.Properties;
import uk.casebridge.local.template.Resource;

/** KMS keys and their aliases. */
public final class Keys implements Family {
    private static final Map<String, String> IGNORED = Map.of(
            "Description", "only words",
            "EnableKeyRotation", "the key is gone with the house",
            "RotationPeriodInDays", "the key is gone with the house",
            "PendingWindowInDays", "the key is gone with the house",
            "Enabled", "a key nobody may use would not be in the template",
            "KeyPolicy", "permissions are not checked locally",
            "Tags", "only labels");

    private final KeyEngine keys;

    public Keys(KeyEngine keys) {
        this.keys = keys;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::KMS::Key", "AWS::KMS::Alias");
    }

    @Override
    public Map<String, String> ignored(String type) {
        return IGNORED;
    }

    @Override
    public Made make(Resource resource, Properties properties) {
        if (resource.type().equals("AWS::KMS::Alias")) {
            String alias = properties.required("AliasName");
            keys.alias(alias, properties.required("TargetKeyId"));
            return new Made(alias, Map.of());
        }
        String id = UUID.nameUUIDFromBytes(resource.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        String arn = Names.arn("kms", "key/" + id);
        keys.create(arn);
        return new Made(id, Map.of("Arn", arn, "KeyId", id));
    }
}
