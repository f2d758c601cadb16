package uk.casebridge.cdk;

import java.util.Objects;
import software.constructs.IConstruct;

/** The CloudFormation resource under a construct, for properties the construct does not offer. */
final class Resources {

    private Resources() {}

    static <T> T under(IConstruct construct, Class<T> type) {
        return type.cast(
                Objects.requireNonNull(construct.getNode().getDefaultChild(), "a construct without a resource"));
    }
}
