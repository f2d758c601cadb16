package uk.casebridge.testkit.author;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Block;
import uk.casebridge.testkit.draft.Block.Pair;
import uk.casebridge.testkit.draft.Draft;

/** Education certificates: one person, one qualification. */
final class CertificateAuthor {

    private static final List<List<String>> QUALIFICATIONS = List.of(
            List.of("Functional Skills English", "Level 1", "603/5058/6", "NCFE"),
            List.of("Functional Skills Mathematics", "Level 2", "603/5060/4", "City and Guilds"),
            List.of("Award in Food Safety in Catering", "Level 2", "500/5483/5", "Highfield Qualifications"),
            List.of("Certificate in Bricklaying", "Entry Level 3", "600/7893/6", "City and Guilds"),
            List.of(
                    "Certificate in Railway Engineering Track Maintenance for Those Working Under Supervision",
                    "Level 2",
                    "601/4534/6",
                    "Pearson"));
    private static final List<String> PRISONS =
            List.of("HMP Leeds", "HMP Wandsworth", "HMP Bristol", "HMP Hull", "HMP Berwyn");
    private static final List<String> AREAS = List.of("London", "North West", "Yorkshire and the Humber");

    private CertificateAuthor() {}

    static Draft write(Writing w, Chance chance) {
        Bench bench = chance.oneOf(Bench.all());
        LocalDate awarded = chance.weekday(LocalDate.of(2026, 6, 1), 120);
        List<String> course = chance.oneOf(QUALIFICATIONS);
        String prison = chance.oneOf(PRISONS);
        People.Person learner = People.someone(chance);
        w.beginRecord();
        List<Block> blocks = new ArrayList<>();
        if (w.layout() == Layout.LETTER) {
            blocks.add(new Block.Prose(
                    "We are glad to confirm that the learner named below has met every requirement of the"
                            + " award and may use it to seek work or further study."));
        }
        List<Pair> person = new ArrayList<>();
        person.add(w.person("learner.name", learner));
        w.dateOfBirth("learner.dateOfBirth", chance.dateOfBirth(awarded, 18, 65), awarded)
                .ifPresent(person::add);
        String uln = Numbers.uln(chance);
        if (w.has(Mistake.WRONG_ULN_DIGIT)) {
            uln = uln.substring(0, 9) + (char) ('0' + (uln.charAt(9) - '0' + 1) % 10);
        }
        String shown = w.layout() == Layout.TWO_COLUMN
                ? uln.substring(0, 3) + " " + uln.substring(3, 6) + " " + uln.substring(6)
                : uln;
        person.add(w.printed("learner.uln", uln, shown));
        person.add(w.text("learner.prisonNumber", Numbers.prisonNumber(chance)));
        person.add(w.text("prison.name", prison));
        blocks.add(new Block.Pairs(Optional.of("About the learner"), person, true));
        List<Pair> award = new ArrayList<>();
        award.add(w.text("qualification.title", course.get(0)));
        award.add(w.text("qualification.level", course.get(1)));
        award.add(w.text("qualification.number", course.get(2)));
        award.add(w.text("qualification.grade", chance.oneOf(List.of("Pass", "Merit", "Distinction"))));
        award.add(w.date("qualification.awardedOn", awarded));
        award.add(w.text("qualification.awardingOrganisation", course.get(3)));
        award.add(w.text("careersArea", chance.oneOf(AREAS)));
        blocks.add(new Block.Pairs(Optional.of("About the award"), award, true));
        blocks.add(
                new Block.Prose("Qualification record of " + prison + ". Signed by the head of learning and skills."));
        return new Draft(
                w.layout() == Layout.TABLE ? "Education certificate" : "Certificate of achievement",
                List.of(prison, "Learning and skills"),
                List.of(w.layout() == Layout.TABLE ? "Certificate of achievement" : ""),
                blocks,
                "Education record",
                Moments.afternoonOf(awarded, chance),
                w.truth(),
                "certificate-" + learner.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                bench.code());
    }
}
