package uk.casebridge.domain.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    @Test
    void shouldTellTheTypeByTheLastEndingWhateverItsCase() {
        assertThat(FileType.of("register.draft.PDF")).contains(FileType.PDF);
        assertThat(FileType.mediaTypeOf("scan.Jpeg")).isEqualTo("image/jpeg");
    }

    @Test
    void shouldNotGuessWithoutAnEndingItKnows() {
        assertThat(FileType.of("pdf")).isEmpty();
        assertThat(FileType.of("paper.exe")).isEmpty();
        assertThat(FileType.of("paper.")).isEmpty();
        assertThat(FileType.mediaTypeOf("paper")).isEqualTo("application/octet-stream");
    }

    @Test
    void shouldGiveNoEndingToTwoTypes() {
        assertThat(Arrays.stream(FileType.values()).flatMap(type -> type.endings().stream()))
                .doesNotHaveDuplicates();
    }
}
