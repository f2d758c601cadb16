package uk.casebridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WhoCommandTest {

    @Test
    void shouldSayAnAgeShortly() {
        assertThat(WhoCommand.age(Duration.ofHours(76))).isEqualTo("3 d 4 h");
        assertThat(WhoCommand.age(Duration.ofMinutes(250))).isEqualTo("4 h 10 min");
        assertThat(WhoCommand.age(Duration.ofSeconds(610))).isEqualTo("10 min");
    }

    @Test
    void shouldTakeOneAnswerAndNotTwo() {
        assertThat(run("who", "answer", "m-1", "--reason", "x")).contains("either --same-as PERSON or --new");
        assertThat(run("who", "answer", "m-1", "--new", "--same-as", "n-1", "--reason", "x"))
                .contains("either --same-as PERSON or --new");
        assertThat(run("who", "answer", "m-1", "--new")).contains("--reason");
        assertThat(run("who")).contains("--court");
    }

    private static String run(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = Casebridge.commandLine().setErr(new PrintWriter(err, true));
        assertThat(line.execute(arguments)).isEqualTo(2);
        return err.toString();
    }
}
