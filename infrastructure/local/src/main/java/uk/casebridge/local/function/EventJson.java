package uk.casebridge.local.function;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The serializers of the managed Java runtime, chosen as it chooses them. They remember the classes of the first
 * function they meet, for in Lambda there is only one, so each function's loader has a copy of the library of its own,
 * and it is called by reflection.
 */
final class EventJson {
    private static final String LIBRARY = "com.amazonaws.services.lambda.runtime.serialization.";

    private final ClassLoader loader;
    private final Class<?> events;
    private final Class<?> factories;
    private final Method read;
    private final Method write;

    EventJson(ClassLoader loader) {
        this.loader = loader;
        try {
            events = loader.loadClass(LIBRARY + "events.LambdaEventSerializers");
            factories = loader.loadClass(LIBRARY + "factories.JacksonFactory");
            Class<?> serializer = loader.loadClass(LIBRARY + "PojoSerializer");
            read = serializer.getMethod("fromJson", InputStream.class);
            write = serializer.getMethod("toJson", Object.class, OutputStream.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The serialization library is not as it was", e);
        }
    }

    Object read(Class<?> type, byte[] json) throws ReflectiveOperationException {
        return called(read, serializer(type), new ByteArrayInputStream(json));
    }

    void write(Class<?> type, Object value, ByteArrayOutputStream out) throws ReflectiveOperationException {
        write.invoke(serializer(type), value, out);
    }

    private Object serializer(Class<?> type) throws ReflectiveOperationException {
        boolean event =
                (Boolean) called(events.getMethod("isLambdaSupportedEvent", String.class), null, type.getName());
        if (event) {
            return called(events.getMethod("serializerFor", Class.class, ClassLoader.class), null, type, loader);
        }
        Object factory = called(factories.getMethod("getInstance"), null);
        return called(factories.getMethod("getSerializer", Class.class), factory, type);
    }

    private static Object called(Method method, @org.jspecify.annotations.Nullable Object target, Object... arguments)
            throws ReflectiveOperationException {
        Object result = method.invoke(target, arguments);
        if (result == null) {
            throw new InvocationTargetException(new IllegalStateException(method + " gave nothing"));
        }
        return result;
    }
}
