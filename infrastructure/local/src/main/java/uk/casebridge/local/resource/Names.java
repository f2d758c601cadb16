package uk.casebridge.local.resource;

import java.util.Locale;
import uk.casebridge.local.template.Resolver;
import uk.casebridge.local.template.Resource;

/** Physical names and ARNs of what the template leaves unnamed. */
final class Names {

    private Names() {}

    /** The stack and the logical id, the way CloudFormation makes a name, without its random end. */
    static String physical(Resource resource, int longest) {
        String name = resource.stack() + "-" + resource.id();
        return name.length() <= longest ? name : name.substring(name.length() - longest);
    }

    static String bucket(Resource resource) {
        return physical(resource, 63).toLowerCase(Locale.ROOT);
    }

    static String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + Resolver.REGION + ":" + Resolver.ACCOUNT + ":" + rest;
    }
}
