package uk.casebridge.local.function;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Points a class's references to {@code java.lang.System.getenv} at {@link Environment}. Only the constant pool is
 * touched (JVM specification, section 4.4): two entries are added at its end and the method references of that name
 * name them as their class, so that calls and method handles alike are led there and no code moves.
 */
final class EnvironmentCalls {
    private static final byte[] NAME = "getenv".getBytes(StandardCharsets.US_ASCII);
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private EnvironmentCalls() {}

    static byte[] redirected(byte[] classFile) {
        return mentions(classFile) ? rewritten(classFile) : classFile;
    }

    private static boolean mentions(byte[] classFile) {
        for (int i = 0; i + NAME.length <= classFile.length; i++) {
            int matched = 0;
            while (matched < NAME.length && classFile[i + matched] == NAME[matched]) {
                matched++;
            }
            if (matched == NAME.length) {
                return true;
            }
        }
        return false;
    }

    private static byte[] rewritten(byte[] classFile) {
        ByteBuffer in = ByteBuffer.wrap(classFile);
        int count = in.getShort(8) & 0xFFFF;
        int[] offset = new int[count];
        int position = 10;
        for (int index = 1; index < count; index++) {
            offset[index] = position;
            int tag = in.get(position);
            position += length(in, position, tag);
            // Longs and doubles take two places (section 4.4.5).
            if (tag == 5 || tag == 6) {
                index++;
            }
        }
        List<Integer> calls = new ArrayList<>();
        for (int index = 1; index < count; index++) {
            int at = offset[index];
            if (at != 0 && in.get(at) == METHOD && isGetenv(in, offset, at)) {
                calls.add(at);
            }
        }
        if (calls.isEmpty()) {
            return classFile;
        }
        byte[] patched = classFile.clone();
        ByteBuffer out = ByteBuffer.wrap(patched);
        calls.forEach(at -> out.putShort(at + 1, (short) (count + 1)));
        out.putShort(8, (short) (count + 2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(patched.length + 64);
        bytes.write(patched, 0, position);
        bytes.writeBytes(addedEntries(count));
        bytes.write(patched, position, patched.length - position);
        return bytes.toByteArray();
    }

    private static int length(ByteBuffer in, int position, int tag) {
        return switch (tag) {
            case UTF8 -> 3 + (in.getShort(position + 1) & 0xFFFF);
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 15 -> 4;
            case CLASS, 8, 16, 19, 20 -> 3;
            default -> throw new IllegalArgumentException("Constant pool tag " + tag + " is not known");
        };
    }

    private static boolean isGetenv(ByteBuffer in, int[] offset, int method) {
        int owner = offset[in.getShort(method + 1) & 0xFFFF];
        int nameAndType = offset[in.getShort(method + 3) & 0xFFFF];
        return text(in, offset[in.getShort(owner + 1) & 0xFFFF]).equals("java/lang/System")
                && text(in, offset[in.getShort(nameAndType + 1) & 0xFFFF]).equals("getenv");
    }

    private static String text(ByteBuffer in, int position) {
        int length = in.getShort(position + 1) & 0xFFFF;
        try (DataInputStream data =
                new DataInputStream(new ByteArrayInputStream(in.array(), position + 1, length + 2))) {
            return data.readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] addedEntries(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeByte(UTF8);
            data.writeUTF(Environment.class.getName().replace('.', '/'));
            data.writeByte(CLASS);
            data.writeShort(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
