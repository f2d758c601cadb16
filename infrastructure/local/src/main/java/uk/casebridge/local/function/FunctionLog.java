package uk.casebridge.local.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What functions print, kept in one file, each line with the function's name, so that the house's own words stand out. */
public final class FunctionLog implements AutoCloseable {
    private static final InheritableThreadLocal<@Nullable String> NAME = new InheritableThreadLocal<>();

    private final PrintStream outBefore = System.out;
    private final PrintStream errorBefore = System.err;
    private final OutputStream file;

    /** From now on what functions print goes to the file; what anybody else prints stays where it was. */
    public FunctionLog(Path path) {
        try {
            file = Files.newOutputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + path + " cannot be written", e);
        }
        System.setOut(new PrintStream(new Lines(outBefore), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Lines(errorBefore), true, StandardCharsets.UTF_8));
    }

    /** Says whose thread this is. */
    static void name(String function) {
        NAME.set(function);
    }

    @Override
    public void close() {
        System.setOut(outBefore);
        System.setErr(errorBefore);
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Lines extends OutputStream {
        private final ThreadLocal<ByteArrayOutputStream> line = ThreadLocal.withInitial(ByteArrayOutputStream::new);
        private final PrintStream before;

        Lines(PrintStream before) {
            this.before = before;
        }

        @Override
        public void write(int value) throws IOException {
            String name = NAME.get();
            if (name == null) {
                before.write(value);
                return;
            }
            ByteArrayOutputStream current = line.get();
            current.write(value);
            if (value == '\n') {
                synchronized (file) {
                    file.write((name + ": ").getBytes(StandardCharsets.UTF_8));
                    current.writeTo(file);
                    file.flush();
                }
                current.reset();
            }
        }

        @Override
        public void flush() {
            before.flush();
        }
    }
}
