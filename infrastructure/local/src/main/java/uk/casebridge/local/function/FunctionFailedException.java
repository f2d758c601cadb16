package uk.casebridge.local.function;

import org.jspecify.annotations.Nullable;

/** An invocation that did not answer: the handler threw, or took longer than the function's timeout. */
public final class FunctionFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public FunctionFailedException(String message) {
        super(message);
    }

    public FunctionFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
