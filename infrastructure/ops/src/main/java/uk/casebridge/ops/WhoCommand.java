package uk.casebridge.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Questions of who somebody is: lists, shows and answers them, makes two people one and parts them. */
@Command(
        name = "who",
        description = "List the questions of who somebody on a paper is, the oldest first, and answer them.",
        subcommands = {WhoCommand.Show.class, WhoCommand.Answer.class, WhoCommand.Join.class, WhoCommand.Part.class})
final class WhoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--court", paramLabel = "CODE", description = "The court house whose questions to list.")
    private Optional<String> court = Optional.empty();

    @Override
    public Integer call() throws Exception {
        if (court.isEmpty()) {
            spec.commandLine().usage(spec.commandLine().getErr());
            return spec.exitCodeOnInvalidInput();
        }
        PrintWriter out = out();
        OperatorApi api = OperatorApi.connect();
        TextTable table = new TextTable("Question", "Age", "Paper", "Where", "People", "Why");
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            JsonNode page = api.get("/questions?court=" + OperatorApi.inPath(court.get())
                    + (cursor.get().isEmpty() ? "" : "&cursor=" + OperatorApi.inPath(cursor.get())));
            for (JsonNode question : page.path("questions")) {
                table.row(
                        question.path("id").asText(),
                        age(Duration.ofSeconds(question.path("ageSeconds").asLong())),
                        question.path("paper").asText(),
                        question.path("path").asText(),
                        question.path("candidates").asText(),
                        question.path("doubt").asText());
            }
            cursor = page.hasNonNull("cursor") ? Optional.of(page.path("cursor").asText()) : Optional.empty();
        }
        out.print(table);
        out.flush();
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** {@code 3 d 4 h}, {@code 4 h 10 min} or {@code 10 min}. */
    static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        return age.toHours() > 0 ? age.toHours() + " h " + age.toMinutesPart() + " min" : age.toMinutes() + " min";
    }

    private void print(JsonNode answer) {
        PrintWriter out = out();
        JsonNode question = answer.path("question");
        out.println("Question " + question.path("id").asText() + ", paper "
                + question.path("paper").asText() + ", " + question.path("path").asText());
        if (question.hasNonNull("sentence")) {
            out.println(question.path("sentence").asText());
        }
        if (question.hasNonNull("person")) {
            out.println("It is " + question.path("person").asText()
                    + (question.hasNonNull("answeredBy")
                            ? ", as " + question.path("answeredBy").asText() + " said."
                            : "."));
        }
        for (JsonNode candidate : answer.path("candidates")) {
            out.println();
            out.println(String.format(
                    Locale.ROOT,
                    "%s  %.1f bits; %.0f is clear",
                    candidate.path("person").asText(),
                    candidate.path("total").asDouble(),
                    answer.path("clear").asDouble()));
            for (JsonNode line : candidate.path("working")) {
                out.println(String.format(
                        Locale.ROOT,
                        "  %+6.1f  %s: %s",
                        line.path("bits").asDouble(),
                        line.path("about").asText(),
                        line.path("words").asText()));
            }
        }
        out.flush();
    }

    /** One question with its candidates and their working. */
    @Command(name = "show", description = "Show a question, whom it may mean, and the working.")
    static final class Show implements Callable<Integer> {

        @ParentCommand
        private WhoCommand who = new WhoCommand();

        @Parameters(paramLabel = "QUESTION", description = "The id of a question.")
        private String question = "";

        @Override
        public Integer call() throws Exception {
            who.print(OperatorApi.connect().get("/questions/" + OperatorApi.inPath(question)));
            return 0;
        }
    }

    /** Answers a question, or corrects what was decided. */
    @Command(name = "answer", description = "Say who it is, or correct what was said before.")
    static final class Answer implements Callable<Integer> {

        @ParentCommand
        private WhoCommand who = new WhoCommand();

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "QUESTION", description = "The id of a question.")
        private String question = "";

        @Option(names = "--same-as", paramLabel = "PERSON", description = "The person it is.")
        private Optional<String> same = Optional.empty();

        @Option(names = "--new", description = "It is a person nobody knew.")
        private boolean fresh;

        @Option(names = "--reason", required = true, paramLabel = "WHY", description = "How it is known.")
        private String reason = "";

        @Override
        public Integer call() throws Exception {
            if (same.isPresent() == fresh) {
                spec.commandLine().getErr().println("Say either --same-as PERSON or --new.");
                return spec.exitCodeOnInvalidInput();
            }
            ObjectNode body = OperatorApi.body().put("reason", reason);
            same.ifPresentOrElse(person -> body.put("sameAs", person), () -> body.put("new", true));
            who.print(OperatorApi.connect().post("/questions/" + OperatorApi.inPath(question) + "/answer", body));
            return 0;
        }
    }

    /** Makes two people one. */
    @Command(name = "join", description = "Make two people one; nothing is lost, and 'part' undoes it.")
    static final class Join implements Callable<Integer> {

        @ParentCommand
        private WhoCommand who = new WhoCommand();

        @Parameters(index = "0", paramLabel = "PERSON", description = "The person who stays.")
        private String kept = "";

        @Parameters(index = "1", paramLabel = "OTHER", description = "The person who is the same.")
        private String other = "";

        @Option(names = "--reason", required = true, paramLabel = "WHY", description = "How it is known.")
        private String reason = "";

        @Override
        public Integer call() throws Exception {
            OperatorApi.connect()
                    .post(
                            "/people/" + OperatorApi.inPath(kept) + "/join",
                            OperatorApi.body().put("other", other).put("reason", reason));
            who.out().println(other + " is the same person as " + kept + ".");
            return 0;
        }
    }

    /** Parts a person again from the one they were made part of. */
    @Command(name = "part", description = "Part a person again from the one they were made part of.")
    static final class Part implements Callable<Integer> {

        @ParentCommand
        private WhoCommand who = new WhoCommand();

        @Parameters(paramLabel = "PERSON", description = "The person who is somebody else.")
        private String person = "";

        @Option(names = "--reason", required = true, paramLabel = "WHY", description = "How it is known.")
        private String reason = "";

        @Override
        public Integer call() throws Exception {
            OperatorApi.connect()
                    .post(
                            "/people/" + OperatorApi.inPath(person) + "/part",
                            OperatorApi.body().put("reason", reason));
            who.out().println(person + " is a person of their own.");
            return 0;
        }
    }
}
