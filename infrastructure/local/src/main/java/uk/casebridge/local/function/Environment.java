package uk.casebridge.local.function;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment of one function. A process has one environment and the house has many functions in one process, so
 * each function's class loader holds a copy of this class of its own, and the calls of {@code System.getenv} in its
 * classes are {@linkplain EnvironmentCalls pointed here} as they are loaded. So functions need no local code at all.
 */
public final class Environment {
    private static volatile Map<String, String> variables = Map.of();

    private Environment() {}

    /** Called once, by the loader, before any class of the function runs. */
    public static void set(Map<String, String> environment) {
        variables = Map.copyOf(environment);
    }

    /** Stands for {@link System#getenv()}. */
    public static Map<String, String> getenv() {
        return variables;
    }

    /** Stands for {@link System#getenv(String)}. */
    public static @Nullable String getenv(String name) {
        return variables.get(name);
    }
}
