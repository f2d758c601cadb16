package uk.casebridge.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

/**
 * A function that can be invoked. Like Lambda it keeps a handler for each invocation running at the same time and uses
 * it again; unlike Lambda those handlers share one class loader, so statics are shared among them. An invocation that
 * takes too long is interrupted and has failed, and its handler is thrown away; code that heeds no interruption cannot
 * be stopped in one process and goes on unheard.
 */
public final class LocalFunction implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LocalFunction.class.getName());

    private final FunctionSettings settings;
    private final Clock clock;
    private final FunctionLoader loader;
    private final Class<?> type;
    private final EventJson json;
    private final Semaphore places;
    private final BlockingQueue<Object> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads;

    /** Loads the function's class; no handler is made before {@link #warm}. */
    public LocalFunction(FunctionSettings settings, int concurrency, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(concurrency);
        this.loader = new FunctionLoader(settings.asset(), settings.environment());
        this.json = new EventJson(loader);
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(settings.name() + "-", 0).factory());
        try {
            this.type = loader.loadClass(settings.handler().replaceFirst("::.*$", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "The handler " + settings.handler() + " of " + settings.name() + " is not in " + settings.asset(),
                    e);
        }
    }

    public FunctionSettings settings() {
        return settings;
    }

    /** Makes the first handler, so that a function that cannot start says so when the house does. */
    public void warm() throws FunctionFailedException {
        try {
            Object handler = threads.submit(this::newHandler).get();
            idle.add(handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FunctionFailedException(settings.name() + " was interrupted as it started", e);
        } catch (ExecutionException e) {
            throw new FunctionFailedException(settings.name() + " cannot start: " + rootMessage(e), e.getCause());
        }
    }

    /** Invokes the function with an event, as JSON, and gives its answer, as JSON. */
    public byte[] invoke(byte[] event) throws FunctionFailedException, InterruptedException {
        places.acquire();
        try {
            Object free = idle.poll();
            LocalContext context = new LocalContext(settings, UUID.randomUUID().toString(), clock);
            Future<byte[]> running = threads.submit(() -> {
                Object handler = free == null ? newHandler() : free;
                byte[] answer = call(handler, event, context);
                idle.add(handler);
                return answer;
            });
            try {
                return running.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                running.cancel(true);
                throw new FunctionFailedException(settings.name() + " timed out after "
                        + settings.timeout().toSeconds() + " s");
            } catch (ExecutionException e) {
                throw new FunctionFailedException(settings.name() + " failed: " + rootMessage(e), e.getCause());
            } catch (InterruptedException e) {
                running.cancel(true);
                throw e;
            }
        } finally {
            places.release();
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    private Object newHandler() throws ReflectiveOperationException {
        FunctionLog.name(settings.name());
        Thread.currentThread().setContextClassLoader(loader);
        return type.getConstructor().newInstance();
    }

    private byte[] call(Object handler, byte[] event, Context context)
            throws IOException, ReflectiveOperationException {
        FunctionLog.name(settings.name());
        Thread.currentThread().setContextClassLoader(loader);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (handler instanceof RequestStreamHandler streams) {
            streams.handleRequest(new ByteArrayInputStream(event), out, context);
        } else if (handler instanceof RequestHandler<?, ?> pojos) {
            answer(pojos, event, context, out);
        } else {
            throw new IllegalStateException(type.getName() + " is neither a RequestHandler nor a RequestStreamHandler");
        }
        return out.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private void answer(RequestHandler<?, ?> handler, byte[] event, Context context, ByteArrayOutputStream out)
            throws ReflectiveOperationException {
        Method method = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals("handleRequest") && !m.isBridge() && m.getParameterCount() == 2)
                .findFirst()
                .orElseThrow();
        Object request = json.read(method.getParameterTypes()[0], event);
        Object answer = ((RequestHandler<Object, Object>) handler).handleRequest(request, context);
        if (answer != null) {
            json.write(method.getReturnType(), answer, out);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            for (Object handler : idle) {
                if (handler instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            }
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            LOG.warning(() -> settings.name() + " did not close: " + e);
        }
    }
}
