package uk.casebridge.domain.rule;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.finding.Rule;
import uk.casebridge.domain.finding.Severity;
import uk.casebridge.domain.rule.DatedRule.Advice;
import uk.casebridge.domain.rule.DatedRule.Seen;

/** How custodial sentences stand to one another and to the age of who is to serve them. */
public final class SentenceRules {

    /** The idea of the hearing results validator whose dates are not published: as far back as papers are read. */
    private static final LocalDate ALWAYS = LocalDate.of(2000, 8, 25);

    private static final LocalDate SENTENCING_CODE = LocalDate.of(2020, 12, 1);
    private static final int OF_AGE = 21;

    /** Short codes of sentences served in custody. */
    private static final Set<String> CUSTODIAL = Set.of("IMP", "EXTIVS", "LIFE", "YOI", "DTO", "SDS");

    private static final String CONSECUTIVE = "consecutive";
    private static final String CONCURRENT = "concurrent";

    /** One sentence is said to be served both ways. */
    public static final DatedRule BOTH_WAYS = new DatedRule(
            "SENTENCE-BOTH-WAYS",
            Severity.WARNING,
            "A sentence is concurrent or consecutive, and not both in one text.",
            ALWAYS,
            Optional.empty(),
            "HMCTS hearing results validator, DR-SENT-001; Sentencing Act 2020 s 225",
            new Advice(
                    "Both boxes were ticked, or the text of another sentence was left in when this one was entered.",
                    "Ask the court which it ordered before a release date is worked out, and send a paper that says one.",
                    "Choose one of the two for each sentence."),
            SentenceRules::bothWays);

    /** Several sentences, of which more than one says nothing of the others. */
    public static final DatedRule NOT_LINKED = new DatedRule(
            "SENTENCES-NOT-LINKED",
            Severity.WARNING,
            "Of several custodial sentences all but one say whether they are concurrent or consecutive.",
            ALWAYS,
            Optional.empty(),
            "HMCTS hearing results validator, DR-SENT-001",
            new Advice(
                    "The sentences were entered one by one and not tied to each other.",
                    "Ask the court how they are to be served, and send a paper that says it for each.",
                    "Say for every sentence but the first whether it is concurrent or consecutive, and to which."),
            SentenceRules::notLinked);

    /** Imprisonment of someone too young for it. */
    public static final DatedRule UNDER_21 = new DatedRule(
            "IMPRISONMENT-UNDER-21",
            Severity.WARNING,
            "Nobody under 21 at the hearing is sentenced to imprisonment.",
            SENTENCING_CODE,
            Optional.empty(),
            "Sentencing Act 2020 s 227; HMCTS hearing results validator, DR-AGE-007",
            new Advice(
                    "The result for adults was chosen, or the date of birth is wrong.",
                    "Check the date of birth. If it is right, ask the court: under 21 the sentence is detention.",
                    "Choose detention in a young offender institution for those from 18 to 20."),
            (fields, context) -> under21(fields));

    /** The rules of a warrant of imprisonment. */
    public static final RulePack PRISON = RulePack.of(BOTH_WAYS, NOT_LINKED, UNDER_21);

    /** The rules of a warrant of detention, which is for those under 21. */
    public static final RulePack DETENTION = RulePack.of(BOTH_WAYS, NOT_LINKED);

    private SentenceRules() {}

    /** A custodial sentence as far as a paper says it. */
    private record Sentence(String path, String text) {
        boolean says(String word) {
            return text.contains(word);
        }

        boolean isLinked() {
            return says(CONCURRENT) || says(CONSECUTIVE);
        }
    }

    private static List<Seen> bothWays(Fields fields, Rule.Context context) {
        return sentences(fields).stream()
                .filter(sentence -> sentence.says(CONCURRENT) && sentence.says(CONSECUTIVE))
                .map(sentence -> new Seen(
                        List.of(sentence.path()),
                        "One text says both that the sentence is concurrent and that it is consecutive."))
                .toList();
    }

    private static List<Seen> notLinked(Fields fields, Rule.Context context) {
        List<Sentence> alone = sentences(fields).stream()
                .filter(sentence -> !sentence.isLinked())
                .toList();
        return alone.size() < 2
                ? List.of()
                : List.of(
                        new Seen(
                                alone.stream().map(Sentence::path).toList(),
                                "Of " + sentences(fields).size() + " custodial sentences " + alone.size()
                                        + " do not say whether they are concurrent or consecutive; one at most may leave it out."));
    }

    private static List<Seen> under21(Fields fields) {
        Optional<LocalDate> born = fields.date("defendant.dateOfBirth");
        Optional<LocalDate> heard = fields.date("hearing.date");
        if (born.isEmpty()
                || heard.isEmpty()
                || born.get().isAfter(heard.get())
                || Period.between(born.get(), heard.get()).getYears() >= OF_AGE) {
            return List.of();
        }
        int age = Period.between(born.get(), heard.get()).getYears();
        List<String> paths = sentences(fields).stream()
                .filter(SentenceRules::isImprisonment)
                .map(Sentence::path)
                .toList();
        List<String> about = new ArrayList<>(paths);
        about.add("defendant.dateOfBirth");
        return paths.isEmpty()
                ? List.of()
                : List.of(new Seen(
                        about,
                        "The sentence is imprisonment, and by the date of birth the defendant was " + age
                                + " on the day of the hearing."));
    }

    private static boolean isImprisonment(Sentence sentence) {
        return (sentence.says("imprisonment") || sentence.says("committed to prison")) && !sentence.says("suspended");
    }

    /** The sentences of a warrant, each with how it is served, or those among the results of a register. */
    private static List<Sentence> sentences(Fields fields) {
        List<Sentence> sentences = new ArrayList<>();
        for (Field sentence : fields.matching("offences[*].sentence")) {
            String offence = sentence.path().substring(0, sentence.path().lastIndexOf('.'));
            Optional<String> served = fields.value(offence + ".served");
            sentences.add(new Sentence(
                    served.isPresent() ? offence + ".served" : sentence.path(),
                    (sentence.value() + " " + served.orElse("")).toLowerCase(Locale.ROOT)));
        }
        Results.all(fields).stream()
                .filter(result -> CUSTODIAL.contains(result.code()))
                .forEach(result -> sentences.add(new Sentence(result.path(), result.text())));
        return sentences;
    }
}
