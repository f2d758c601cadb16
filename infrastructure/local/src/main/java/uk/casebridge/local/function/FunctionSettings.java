package uk.casebridge.local.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A function as the template declares it.
 *
 * @param name its physical name
 * @param arn its ARN
 * @param handler the class, with or without {@code ::handleRequest}
 * @param asset the folder of its classes and libraries
 * @param environment the variables of the template, and those Lambda sets
 * @param timeout how long one invocation may take
 * @param memory its memory in MB, which handlers may ask for and the house does not enforce
 */
public record FunctionSettings(
        String name,
        String arn,
        String handler,
        Path asset,
        Map<String, String> environment,
        Duration timeout,
        int memory) {}
