package uk.casebridge.reading.messages;

import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a message, whatever its sender took them for: the encoding is the one its first bytes or its
 * declaration name; where the bytes are none of that encoding, they are taken for Windows-1252, which any byte fits.
 * Characters that XML forbids come as the replacement character.
 */
final class MessageText {

    /** What stands where a character could not be read or may not stand. */
    static final char REPLACEMENT = '\uFFFD';

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int DECLARATION_WITHIN = 200;

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,120}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private final byte[] bytes;
    private final int from;
    private final Charset charset;
    private final boolean other;

    private MessageText(byte[] bytes, int from, Charset charset, boolean other) {
        this.bytes = bytes;
        this.from = from;
        this.charset = charset;
        this.other = other;
    }

    /** Whether a file begins as XML or JSON must, byte marks and white space left out; most files do not. */
    static boolean mayBegin(byte[] bytes) {
        for (byte one : bytes) {
            int c = one & 0xFF;
            boolean mark = c == 0 || c == 0xEF || c == 0xBB || c == 0xBF || c == 0xFE || c == 0xFF;
            if (!mark && c > ' ') {
                return c == '<' || c == '{' || c == '[';
            }
        }
        return false;
    }

    static MessageText of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return fitting(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new MessageText(bytes, 2, StandardCharsets.UTF_16BE, false);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new MessageText(bytes, 2, StandardCharsets.UTF_16LE, false);
        }
        return fitting(bytes, 0, declared(bytes));
    }

    private static MessageText fitting(byte[] bytes, int from, Charset charset) {
        return fits(bytes, from, charset)
                ? new MessageText(bytes, from, charset, false)
                : new MessageText(bytes, from, WINDOWS, true);
    }

    /** Whether its bytes were not of the encoding it says it has. */
    boolean isOfOtherEncoding() {
        return other;
    }

    /** Its first characters, as many as asked for or there are. */
    String head(int characters) {
        StringBuilder head = new StringBuilder();
        try (Reader reader = reader()) {
            for (int c = reader.read(); c >= 0 && head.length() < characters; c = reader.read()) {
                head.append((char) c);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can always be read", e);
        }
        return head.toString();
    }

    /** Its characters from the beginning, those that XML forbids replaced. */
    Reader reader() {
        return new Allowed(new InputStreamReader(new ByteArrayInputStream(bytes, from, bytes.length - from), charset));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(DECLARATION_WITHIN, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset named = Charset.forName(matcher.group(1));
            // Had it been of two bytes a character, its declaration could not have been read as it was.
            return named.name().startsWith("UTF-16") || named.name().startsWith("UTF-32")
                    ? StandardCharsets.UTF_8
                    : named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A name that nobody knows says nothing; UTF-8 is what XML and JSON are unless they say otherwise.
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean fits(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }

    /**
     * Lets through what XML 1.0 allows and puts the replacement character in place of the rest, whether it stands there
     * itself or by its number, as in {@code &#x1F;}.
     */
    private static final class Allowed extends FilterReader {

        /** The longest way to name a character by number, leading noughts included. */
        private static final int LONGEST_REFERENCE = 12;

        private final StringBuilder ahead = new StringBuilder();

        Allowed(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = next();
            if (c != '&') {
                return c < 0 ? c : allowed((char) c);
            }
            StringBuilder reference = new StringBuilder();
            int more = next();
            while (more >= 0
                    && reference.length() < LONGEST_REFERENCE
                    && (reference.isEmpty() ? more == '#' : more != ';' && more != '&' && more != '<')) {
                reference.append((char) more);
                more = next();
            }
            if (more == ';' && namesForbidden(reference)) {
                return REPLACEMENT;
            }
            ahead.insert(0, more < 0 ? reference : reference.append((char) more));
            return c;
        }

        @Override
        public int read(char[] into, int at, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int c = read();
                if (c < 0) {
                    return count == 0 ? -1 : count;
                }
                into[at + count++] = (char) c;
            }
            return count;
        }

        private int next() throws IOException {
            if (ahead.isEmpty()) {
                return in.read();
            }
            char c = ahead.charAt(0);
            ahead.deleteCharAt(0);
            return c;
        }

        private static boolean namesForbidden(CharSequence reference) {
            String number = reference.toString();
            boolean hex = number.startsWith("#x") || number.startsWith("#X");
            String digits = number.substring(Math.min(number.length(), hex ? 2 : 1));
            if (!digits.matches(hex ? "[0-9A-Fa-f]{1,8}" : "[0-9]{1,9}")) {
                return false;
            }
            long c = Long.parseLong(digits, hex ? 16 : 10);
            return c > Character.MAX_CODE_POINT || c < 0x10000 && isForbidden((char) c) || isSurrogate(c);
        }

        private static boolean isSurrogate(long c) {
            return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        }
    }

    /** A character as XML allows it. */
    static char allowed(char c) {
        return isForbidden(c) ? REPLACEMENT : c;
    }

    private static boolean isForbidden(char c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        return control || c == '\uFFFE' || c == '\uFFFF';
    }
}
