package uk.casebridge.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A first word on what a file is, by its first bytes alone, until the reading has looked inside. */
final class FirstBytes {

    private static final Map<String, String> BEGINNINGS = beginnings();

    private final byte[] seen = new byte[8];
    private int length;

    /** Takes the next piece of the file; only the first bytes matter. */
    void see(byte[] piece, int read) {
        int more = Math.min(read, seen.length - length);
        System.arraycopy(piece, 0, seen, length, more);
        length += more;
    }

    String mediaType() {
        String start = new String(Arrays.copyOf(seen, length), StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> start.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("application/octet-stream");
    }

    private static Map<String, String> beginnings() {
        Map<String, String> beginnings = new LinkedHashMap<>();
        beginnings.put("%PDF-", "application/pdf");
        beginnings.put("PK\u0003\u0004", "application/zip");
        beginnings.put("{\\rtf", "application/rtf");
        beginnings.put("\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage");
        beginnings.put("\u0089PNG", "image/png");
        beginnings.put("\u00ff\u00d8\u00ff", "image/jpeg");
        beginnings.put("II*\0", "image/tiff");
        beginnings.put("MM\0*", "image/tiff");
        beginnings.put("<?xml", "application/xml");
        return beginnings;
    }
}
