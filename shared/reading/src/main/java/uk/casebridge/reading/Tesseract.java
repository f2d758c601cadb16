package uk.casebridge.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import uk.casebridge.domain.failure.FailureCode;
import uk.casebridge.domain.failure.PaperFailedException;
import uk.casebridge.domain.field.PageBox;
import uk.casebridge.reading.words.StraightPicture;
import uk.casebridge.reading.words.Word;

/**
 * Recognises text with the program {@code tesseract}, one process a page, killed when its time is up. Each runs on one
 * thread: with more threads than cores it is many times slower.
 */
public final class Tesseract implements Ocr {

    /**
     * Takes the page for one block of lines. Looking for blocks first, or for scattered words, loses the cells of
     * narrow tables; which words belong together is found out afterwards, by where they stand.
     */
    private static final String ONE_BLOCK = "6";

    private static final int COLUMNS = 12;
    private static final String LINE_LEVEL = "4";
    private static final String WORD_LEVEL = "5";

    private final Path program;
    private final Duration perPage;

    /**
     * Recognition with a program.
     *
     * @param program where it is
     * @param perPage how long it may take for one page
     */
    public Tesseract(Path program, Duration perPage) {
        this.program = program;
        this.perPage = perPage;
    }

    /** Recognition with the program on the path, or none. */
    public static Ocr ifInstalled() {
        return onPath(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .<Ocr>map(program -> new Tesseract(program, Duration.ofSeconds(30)))
                .orElseGet(Ocr::none);
    }

    private static Optional<Path> onPath(String path) {
        for (String folder : path.split(java.io.File.pathSeparator, -1)) {
            Path program = Path.of(folder, "tesseract");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public List<Word> words(BufferedImage picture, int page, double dpi) {
        try {
            Path folder = Files.createTempDirectory("casebridge-ocr");
            try {
                return words(picture, page, dpi, folder);
            } finally {
                Files.deleteIfExists(folder.resolve("page.png"));
                Files.deleteIfExists(folder.resolve("page.tsv"));
                Files.deleteIfExists(folder.resolve("messages"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new PaperFailedException(FailureCode.UNEXPECTED, "text recognition could not be run", e);
        }
    }

    private List<Word> words(BufferedImage picture, int page, double dpi, Path folder) throws IOException {
        Path image = folder.resolve("page.png");
        if (!ImageIO.write(StraightPicture.of(picture, dpi), "png", image.toFile())) {
            throw new IOException("This Java has no PNG writer");
        }
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                image.toString(),
                folder.resolve("page").toString(),
                "--dpi",
                Long.toString(Math.round(dpi)),
                "--psm",
                ONE_BLOCK,
                "-c",
                "preserve_interword_spaces=1",
                "tsv");
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("messages").toFile());
        Process process = builder.start();
        try {
            if (!process.waitFor(perPage.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PaperFailedException(
                        FailureCode.TOO_SLOW,
                        "text of page " + page + " not recognised in " + perPage.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaperFailedException(FailureCode.UNEXPECTED, "text recognition was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new PaperFailedException(
                    FailureCode.UNEXPECTED, "text recognition ended with status " + process.exitValue());
        }
        return parse(Files.readString(folder.resolve("page.tsv"), StandardCharsets.UTF_8), page, dpi);
    }

    /**
     * Words from Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence,
     * text. A word gets the height of its line, so that words without capitals stand level with the rest.
     */
    static List<Word> parse(String table, int page, double dpi) {
        double points = 72 / dpi;
        List<Word> words = new ArrayList<>();
        double top = 0;
        double height = 0;
        for (String row : table.split("\n", -1)) {
            String[] cells = row.split("\t", COLUMNS);
            if (cells.length == COLUMNS && cells[0].equals(LINE_LEVEL)) {
                top = Integer.parseInt(cells[7]) * points;
                height = Integer.parseInt(cells[9]) * points;
            } else if (cells.length == COLUMNS && cells[0].equals(WORD_LEVEL) && !cells[COLUMNS - 1].isBlank()) {
                words.add(new Word(
                        cells[COLUMNS - 1].strip().replace('\u2019', '\''),
                        new PageBox(
                                page,
                                Integer.parseInt(cells[6]) * points,
                                top,
                                Integer.parseInt(cells[8]) * points,
                                height),
                        Math.clamp(Double.parseDouble(cells[10]) / 100, 0, 1),
                        false));
            }
        }
        return words;
    }
}
