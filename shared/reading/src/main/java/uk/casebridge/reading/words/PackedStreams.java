package uk.casebridge.reading.words;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;

/**
 * Looks into the packed streams of a PDF before a parser does, which would unpack them whole into memory: a few
 * kilobytes can become gigabytes.
 */
final class PackedStreams {

    /** A stream below this size cannot do harm by itself: deflate packs at most 1,032 to 1. */
    private static final int HARMLESS = 8 * 1024;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 2048;
    private static final int MOST_LAYERS = 4;

    private PackedStreams() {}

    /**
     * Checks that no stream unpacks to more than allowed, nor all of them together.
     *
     * @throws PaperFailedException if one does
     */
    static void check(byte[] bytes, Allowance allowance) {
        long total = 0;
        int at = 0;
        while ((at = indexOf(bytes, STREAM, at)) >= 0) {
            int start = at + STREAM.length;
            if (at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n' && bytes[at - 3] == 'e') {
                at = start;
                continue;
            }
            if (start < bytes.length && bytes[start] == '\r') {
                start++;
            }
            if (start < bytes.length && bytes[start] == '\n') {
                start++;
            }
            int end = indexOf(bytes, END_STREAM, start);
            if (end < 0) {
                end = bytes.length;
            }
            int layers = flateLayers(bytes, at);
            if (layers > 0 && (end - start > HARMLESS || layers > 1)) {
                total += unpacked(bytes, start, end - start, layers, allowance);
                if (total > 2 * allowance.limits().unpackedBytes()) {
                    throw tooExpansive(allowance);
                }
            }
            at = end;
        }
    }

    private static int flateLayers(byte[] bytes, int streamAt) {
        int from = Math.max(0, streamAt - DICTIONARY);
        String before = new String(bytes, from, streamAt - from, StandardCharsets.ISO_8859_1);
        int object = before.lastIndexOf(" obj");
        String dictionary = object < 0 ? before : before.substring(object);
        int layers = 0;
        for (String name : new String[] {"/FlateDecode", "/Fl ", "/Fl]"}) {
            int at = -1;
            while ((at = dictionary.indexOf(name, at + 1)) >= 0) {
                layers++;
            }
        }
        return Math.min(layers, MOST_LAYERS);
    }

    private static long unpacked(byte[] bytes, int start, int length, int layers, Allowance allowance) {
        Layer outermost = new Layer(List.of(), allowance);
        for (int i = 1; i < layers; i++) {
            outermost = new Layer(List.of(outermost), allowance);
        }
        try {
            outermost.feed(bytes, start, length);
            return outermost.mostUnpacked();
        } finally {
            outermost.end();
        }
    }

    private static PaperFailedException tooExpansive(Allowance allowance) {
        return new PaperFailedException(
                FailureCode.TOO_EXPANSIVE,
                "streams unpack to over " + allowance.limits().unpackedBytes() + " bytes");
    }

    private static int indexOf(byte[] bytes, byte[] what, int from) {
        outer:
        for (int i = from; i <= bytes.length - what.length; i++) {
            for (int j = 0; j < what.length; j++) {
                if (bytes[i + j] != what[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    /** One layer of packing, which hands what it unpacks to the next. */
    private static final class Layer {
        private final List<Layer> next;
        private final Allowance allowance;
        private final Inflater inflater = new Inflater();
        private final byte[] buffer = new byte[64 * 1024];
        private long unpacked;
        private boolean done;

        Layer(List<Layer> next, Allowance allowance) {
            this.next = next;
            this.allowance = allowance;
        }

        void feed(byte[] bytes, int start, int length) {
            if (done) {
                return;
            }
            inflater.setInput(bytes, start, length);
            try {
                while (!inflater.finished() && !inflater.needsInput()) {
                    int count = inflater.inflate(buffer);
                    if (count == 0) {
                        break;
                    }
                    unpacked += count;
                    if (unpacked > allowance.limits().unpackedBytes()) {
                        throw tooExpansive(allowance);
                    }
                    allowance.step();
                    for (Layer layer : next) {
                        layer.feed(buffer, 0, count);
                    }
                }
            } catch (DataFormatException e) {
                // Not packed so, or damaged: the parser will say; only its size matters here.
                done = true;
            }
        }

        long mostUnpacked() {
            long most = unpacked;
            for (Layer layer : next) {
                most = Math.max(most, layer.mostUnpacked());
            }
            return most;
        }

        void end() {
            inflater.end();
            for (Layer layer : next) {
                layer.end();
            }
        }
    }
}
