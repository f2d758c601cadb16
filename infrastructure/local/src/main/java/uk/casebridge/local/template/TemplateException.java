package uk.casebridge.local.template;

/** A template that the house cannot run: the message names the stack, the resource and what is not known of it. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TemplateException(String message) {
        super(message);
    }

    public TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
