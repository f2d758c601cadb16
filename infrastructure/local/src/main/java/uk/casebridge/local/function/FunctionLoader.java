package uk.casebridge.local.function;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one function: its asset's own first, as in Lambda, where nothing else is on the class path. Only the
 * AWS SDK and the Lambda core interfaces come from the house, since seven copies of them would cost most of the time
 * and memory of a start; both are of the version that is in the asset too, from the one parent POM.
 */
final class FunctionLoader extends URLClassLoader {
    private static final String ENVIRONMENT = Environment.class.getName();
    private static final List<String> OWN = List.of(
            "com.amazonaws.services.lambda.runtime.events.", "com.amazonaws.services.lambda.runtime.serialization.");
    private static final List<String> SHARED =
            List.of("software.amazon.awssdk.", "com.amazonaws.services.lambda.runtime.", "org.reactivestreams.");

    static {
        registerAsParallelCapable();
    }

    FunctionLoader(Path asset, Map<String, String> environment) {
        super(classPath(asset), FunctionLoader.class.getClassLoader());
        try {
            loadClass(ENVIRONMENT).getMethod("set", Map.class).invoke(null, environment);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The environment of " + asset + " cannot be set", e);
        }
    }

    private static URL[] classPath(Path asset) {
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(asset.toUri().toURL());
            Path libraries = asset.resolve("lib");
            if (Files.isDirectory(libraries)) {
                try (Stream<Path> jars = Files.list(libraries)) {
                    for (Path jar : jars.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .toList()) {
                        urls.add(jar.toUri().toURL());
                    }
                }
            }
            // Last, what the managed runtime itself brings; see EventJson.
            urls.add(PojoSerializer.class.getProtectionDomain().getCodeSource().getLocation());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The asset " + asset + " is no address", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The libraries of " + asset + " cannot be listed", e);
        }
        return urls.toArray(URL[]::new);
    }

    private static boolean shared(String name) {
        return OWN.stream().noneMatch(name::startsWith) && SHARED.stream().anyMatch(name::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = name.equals(ENVIRONMENT) ? ownEnvironment() : load(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        if (shared(name)) {
            try {
                return getParent().loadClass(name);
            } catch (ClassNotFoundException e) {
                return findClass(name);
            }
        }
        try {
            return getPlatformClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            return findClass(name);
        }
    }

    private Class<?> ownEnvironment() throws ClassNotFoundException {
        try (InputStream in = Environment.class.getResourceAsStream("Environment.class")) {
            if (in == null) {
                throw new ClassNotFoundException(ENVIRONMENT);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(ENVIRONMENT, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(ENVIRONMENT, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        URL resource = findResource(name.replace('.', '/') + ".class");
        if (resource == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            URLConnection connection = resource.openConnection();
            // The JDK closes a cached jar for everyone when one of its users does.
            byte[] bytes;
            try (InputStream in = connection.getInputStream()) {
                bytes = EnvironmentCalls.redirected(in.readAllBytes());
            }
            int dot = name.lastIndexOf('.');
            if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
                definePackageOnce(name.substring(0, dot));
            }
            return defineClass(name, bytes, 0, bytes.length, source(resource, connection, name));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackageOnce(String name) {
        try {
            definePackage(name, null, null, null, null, null, null, null);
        } catch (IllegalArgumentException alreadyDefinedByAnotherThread) {
            if (getDefinedPackage(name) == null) {
                throw alreadyDefinedByAnotherThread;
            }
        }
    }

    /** Where the class comes from, which code asks for to find its own libraries. */
    private static CodeSource source(URL resource, URLConnection connection, String name) throws MalformedURLException {
        if (connection instanceof JarURLConnection jar) {
            return new CodeSource(jar.getJarFileURL(), (Certificate @Nullable []) null);
        }
        String address = resource.toString();
        URL root = java.net
                .URI
                .create(address.substring(0, address.length() - name.length() - ".class".length()))
                .toURL();
        return new CodeSource(root, (Certificate @Nullable []) null);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : getPlatformClassLoader().getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(getPlatformClassLoader().getResources(name)));
        return Collections.enumeration(all);
    }
}
