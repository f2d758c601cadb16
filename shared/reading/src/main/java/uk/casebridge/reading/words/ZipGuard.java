package uk.casebridge.reading.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;

/** Unpacks a packed document once into nothing, counting, before a parser does it in earnest. */
public final class ZipGuard {

    /** The mark of the directory at the end of a packed file, and how far from its end it may stand. */
    private static final int END_MARK = 0x06054b50;

    private static final int END_WITHIN = 65_557;
    private static final int MOST_ENTRIES = 10_000;

    /** Below this a high ratio does no harm: a document of blanks packs very well. */
    private static final long RATIO_COUNTS_FROM = 32L * 1024 * 1024;

    private ZipGuard() {}

    /** Whether a packed file has the directory that ends it. */
    static boolean isWhole(byte[] bytes) {
        for (int i = bytes.length - 22; i >= Math.max(0, bytes.length - END_WITHIN); i--) {
            int mark = (bytes[i] & 0xff)
                    | (bytes[i + 1] & 0xff) << 8
                    | (bytes[i + 2] & 0xff) << 16
                    | (bytes[i + 3] & 0xff) << 24;
            if (mark == END_MARK) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks what a packed document unpacks to.
     *
     * @throws PaperFailedException if it is damaged or unpacks to more than allowed
     */
    public static void check(byte[] bytes, Allowance allowance) {
        if (!isWhole(bytes)) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "packed file without its end");
        }
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new PaperFailedException(FailureCode.TOO_EXPANSIVE, "over " + MOST_ENTRIES + " parts");
                }
                int count;
                while ((count = zip.read(buffer)) > 0) {
                    total += count;
                    allowance.step();
                    boolean ratio = total > RATIO_COUNTS_FROM
                            && total / bytes.length > allowance.limits().unpackedRatio();
                    if (ratio || total > allowance.limits().unpackedBytes()) {
                        throw new PaperFailedException(
                                FailureCode.TOO_EXPANSIVE, bytes.length + " bytes unpack to over " + total);
                    }
                }
            }
        } catch (ZipException e) {
            // Some writers leave sizes out in a way only the directory tells; the parser reads by that.
            if (entries == 0) {
                throw new PaperFailedException(FailureCode.TRUNCATED, "packed file that does not unpack", e);
            }
        } catch (IOException e) {
            throw new PaperFailedException(FailureCode.TRUNCATED, "packed file that ends early", e);
        }
    }
}
