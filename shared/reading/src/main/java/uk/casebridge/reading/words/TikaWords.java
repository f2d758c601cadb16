package uk.casebridge.reading.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.txt.TXTParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;

/** Makes words of the formats that know no places, through Tika: paragraphs below one another, cells side by side. */
final class TikaWords {

    private static final int MOST_ATTACHMENTS = 100;

    private static final Map<String, Supplier<Parser>> PARSERS = Map.of(
            Formats.DOCX, OOXMLParser::new,
            Formats.ODT, OpenDocumentParser::new,
            Formats.RTF, RTFParser::new,
            Formats.HTML, JSoupParser::new,
            Formats.XHTML, JSoupParser::new,
            Formats.OUTLOOK, OfficeParser::new,
            Formats.WORD, OfficeParser::new,
            Formats.TEXT, TXTParser::new);

    private TikaWords() {}

    /**
     * Reads a document of a type that is known to be read.
     *
     * @throws PaperFailedException if it is locked, damaged or beyond a limit
     */
    static PaperWords read(byte[] bytes, String type, Allowance allowance) {
        if (type.equals(Formats.DOCX) || type.equals(Formats.ODT)) {
            ZipGuard.check(bytes, allowance);
        }
        Supplier<Parser> parser = PARSERS.get(type);
        if (parser == null) {
            throw new PaperFailedException(FailureCode.NOT_A_DOCUMENT, "content is " + type);
        }
        allowance.takePages(1);
        TextBlocks blocks = new TextBlocks(allowance, !isReflowed(type));
        List<PaperWords.Attachment> attachments = new ArrayList<>();
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, type);
        ParseContext context = new ParseContext();
        FailureCode tooMany = Formats.isOutlook(type) ? FailureCode.TOO_MANY_PARTS : FailureCode.TOO_DEEP;
        context.set(EmbeddedDocumentExtractor.class, new Kept(attachments, tooMany, allowance));
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        context.set(OfficeParserConfig.class, office);
        try (TikaInputStream stream = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            parser.get().parse(stream, blocks, metadata, context);
        } catch (EncryptedDocumentException e) {
            throw new PaperFailedException(FailureCode.ENCRYPTED, type, e);
        } catch (TikaException | SAXException | IOException e) {
            throw failure(type, e);
        }
        Date created = metadata.getDate(TikaCoreProperties.CREATED);
        return new PaperWords(
                type,
                List.of(blocks.page()),
                Optional.ofNullable(created).map(Date::toInstant).filter(time -> time.isAfter(Instant.EPOCH)),
                attachments);
    }

    /** In HTML a line feed is a space like any other. */
    private static boolean isReflowed(String type) {
        return type.equals(Formats.HTML) || type.equals(Formats.XHTML);
    }

    private static PaperFailedException failure(String type, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PaperFailedException ours) {
                return ours;
            }
            if (cause instanceof EncryptedDocumentException) {
                return new PaperFailedException(FailureCode.ENCRYPTED, type, e);
            }
        }
        return new PaperFailedException(
                FailureCode.TRUNCATED, type + ": " + e.getClass().getSimpleName(), e);
    }

    /** Keeps the files within a file for later instead of reading them into its text. */
    private record Kept(List<PaperWords.Attachment> attachments, FailureCode tooMany, Allowance allowance)
            implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return true;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html)
                throws IOException {
            if (attachments.size() >= MOST_ATTACHMENTS) {
                throw new PaperFailedException(tooMany, "more than " + MOST_ATTACHMENTS + " attachments");
            }
            allowance.checkTime();
            long most = allowance.limits().bytes();
            byte[] bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most + 1));
            if (bytes.length > most) {
                throw new PaperFailedException(
                        FailureCode.TOO_EXPANSIVE, "an attachment unpacks to over " + most + " bytes");
            }
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            attachments.add(new PaperWords.Attachment(name == null ? "" : name, bytes, isInText(metadata)));
        }

        private static boolean isInText(Metadata metadata) {
            String disposition = metadata.get(Metadata.CONTENT_DISPOSITION);
            return disposition != null && disposition.toLowerCase(Locale.ROOT).startsWith("inline");
        }
    }
}
