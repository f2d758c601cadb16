package uk.casebridge.reading.bundles;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes mails as mail programs do. */
final class TestMail {

    private static final AtomicInteger MAILS = new AtomicInteger();

    /** A mail within another needs one of its own. */
    private final String boundary = "=_part" + MAILS.incrementAndGet();

    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();

    private TestMail(String type, String text) {
        line("From: clerk@example.org", "To: prison@example.org", "Subject: Papers", "MIME-Version: 1.0");
        line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"", "", "--" + boundary);
        line("Content-Type: " + type + "; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text);
    }

    static TestMail saying(String text) {
        return new TestMail("text/plain", text);
    }

    static TestMail showing(String html) {
        return new TestMail("text/html", html);
    }

    TestMail with(String name, String type, byte[] bytes) {
        return part("attachment; filename=\"" + name + "\"", type + "; name=\"" + name + "\"", bytes);
    }

    TestMail with(String name, List<String> lines) {
        return with(name, "text/plain", String.join("\n\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    TestMail inText(String name, String type, byte[] bytes) {
        return part("inline; filename=\"" + name + "\"", type, bytes);
    }

    /** Another mail, as programs attach those: not encoded, without a name. */
    TestMail forwarding(byte[] other) {
        line("--" + boundary, "Content-Type: message/rfc822", "");
        mail.writeBytes(other);
        line("");
        return this;
    }

    byte[] bytes() {
        line("--" + boundary + "--");
        return mail.toByteArray();
    }

    private TestMail part(String disposition, String type, byte[] bytes) {
        line("--" + boundary, "Content-Type: " + type, "Content-Disposition: " + disposition);
        line("Content-Transfer-Encoding: base64", "");
        line(Base64.getMimeEncoder().encodeToString(bytes));
        return this;
    }

    private void line(String... lines) {
        for (String line : lines) {
            mail.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
