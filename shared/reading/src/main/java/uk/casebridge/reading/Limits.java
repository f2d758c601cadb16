package uk.casebridge.reading;

import java.time.Duration;

/**
 * How much of anything one paper may take. Each has its own failure code, so that a clerk learns which it was.
 *
 * @param bytes the size of the file
 * @param pages how many pages are read
 * @param characters how many characters the whole paper may have
 * @param glyphsOnPage how many characters one page may draw; a densely printed A4 page has about 8,000
 * @param depth how many files may lie within one another, the paper itself counted
 * @param unpackedBytes how many bytes the packed parts of a file may unpack to, and how many a part may
 * @param unpackedRatio how many times its own size a file of any weight may unpack to
 * @param memoryBytes the heap of the process that reads, where it is a process of its own
 * @param time how long reading may take
 */
public record Limits(
        long bytes,
        int pages,
        long characters,
        int glyphsOnPage,
        int depth,
        long unpackedBytes,
        int unpackedRatio,
        long memoryBytes,
        Duration time) {

    /** What holds unless someone says otherwise. */
    public static Limits standard() {
        return new Limits(
                50L * 1024 * 1024,
                1_000,
                5_000_000,
                100_000,
                3,
                300L * 1024 * 1024,
                150,
                768L * 1024 * 1024,
                Duration.ofSeconds(60));
    }

    public Limits withPages(int most) {
        return new Limits(
                bytes, most, characters, glyphsOnPage, depth, unpackedBytes, unpackedRatio, memoryBytes, time);
    }

    public Limits withCharacters(long most) {
        return new Limits(bytes, pages, most, glyphsOnPage, depth, unpackedBytes, unpackedRatio, memoryBytes, time);
    }

    public Limits withUnpackedBytes(long most) {
        return new Limits(bytes, pages, characters, glyphsOnPage, depth, most, unpackedRatio, memoryBytes, time);
    }

    public Limits withMemory(long mostBytes) {
        return new Limits(bytes, pages, characters, glyphsOnPage, depth, unpackedBytes, unpackedRatio, mostBytes, time);
    }

    public Limits withTime(Duration most) {
        return new Limits(
                bytes, pages, characters, glyphsOnPage, depth, unpackedBytes, unpackedRatio, memoryBytes, most);
    }
}
