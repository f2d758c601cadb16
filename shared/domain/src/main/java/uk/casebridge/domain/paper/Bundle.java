package uk.casebridge.domain.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a file that holds several papers is made of. Each part that is a paper becomes one of its own; what is none is
 * named too, so that every page and every file within it is accounted for.
 *
 * @param sort what holds the parts together
 * @param parts its parts, numbered from 1 without a gap
 * @param envelope what a bulk-scan envelope says of itself; empty for the others
 */
public record Bundle(Sort sort, List<Part> parts, Optional<Envelope> envelope) {

    /** How deep bundles may lie within one another: a pile in a mail in a mail is three. */
    public static final int DEEPEST = 3;

    /** The most parts of one bundle. */
    public static final int MOST_PARTS = 100;

    public Bundle {
        parts = List.copyOf(parts);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "Part " + (i + 1) + " has the number " + parts.get(i).number());
            }
        }
    }

    public static Bundle of(Sort sort, List<Part> parts) {
        return new Bundle(sort, parts, Optional.empty());
    }

    /** How many of its parts are papers. */
    public int papers() {
        return Math.toIntExact(
                parts.stream().filter(part -> part.use() == Use.PAPER).count());
    }

    /** What holds the parts together. */
    public enum Sort {
        MAIL("E-mail"),
        PILE("Pile of papers"),
        ENVELOPE("Bulk-scan envelope");

        private final String title;

        Sort(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What a part is for. */
    public enum Use {
        PAPER("Paper"),
        /** The text of a mail that only goes with what is attached. */
        COVER_NOTE("Cover note"),
        /** A picture shown within the text of a mail, such as a crest. */
        PICTURE("Picture within the text"),
        BLANK("Blank page"),
        SEPARATOR("Separator sheet");

        private final String title;

        Use(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * One part.
     *
     * @param number which it is, from 1
     * @param name a name for it as a file, with the ending of its type
     * @param mediaType what it says it is, or is made as
     * @param where where in the bundle it is
     * @param use what it is for
     * @param time when the bundle says that the part was made, such as a scanner's time; empty if it says nothing
     */
    public record Part(int number, String name, String mediaType, Where where, Use use, Optional<Instant> time) {}

    /** Where in a bundle a part is. */
    public sealed interface Where {

        /** The same for people. */
        String shown();
    }

    /** Whole pages, both ends counted, from 1. */
    public record Pages(int first, int last) implements Where {
        public Pages {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("No pages: " + first + " to " + last);
            }
        }

        @Override
        public String shown() {
            return first == last ? "page " + first : "pages " + first + " to " + last;
        }
    }

    /** The text of a mail. */
    public record Body() implements Where {
        @Override
        public String shown() {
            return "text of the e-mail";
        }
    }

    /** A file attached to a mail, counted from 1 in its order. */
    public record Attachment(int index) implements Where {
        @Override
        public String shown() {
            return "attachment " + index;
        }
    }

    /** A file packed under this name. */
    public record Entry(String name) implements Where {
        @Override
        public String shown() {
            return "file " + name;
        }
    }

    /**
     * What a bulk-scan envelope says of itself.
     *
     * @param name its {@code zip_file_name}
     * @param rescanFor the envelope it was scanned again for
     * @param controlNumbers the document control number of each part, in the order of the parts
     * @param signature whether somebody's signature on it was verified
     */
    public record Envelope(String name, Optional<String> rescanFor, List<String> controlNumbers, Signature signature) {
        public Envelope {
            controlNumbers = List.copyOf(controlNumbers);
        }
    }

    /** Whether the signature on an envelope was verified. */
    public enum Signature {
        VERIFIED("The supplier's signature was verified"),
        /** It is signed, and no key is set up to verify that with. */
        UNVERIFIED("The supplier's signature was not verified, no key is set up"),
        NONE("It bears no signature, and no key is set up that would demand one");

        private final String sentence;

        Signature(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
