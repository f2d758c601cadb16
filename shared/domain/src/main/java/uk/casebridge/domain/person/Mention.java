package uk.casebridge.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.identifier.Asn;
import uk.casebridge.domain.identifier.Check;
import uk.casebridge.domain.identifier.Urn;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Parser;

/**
 * A person as one record names them: a defendant, a learner, a prisoner.
 *
 * @param path where in the record they stand: {@code defendant}, {@code defendants[2]}
 * @param names the name, then aliases
 * @param dateOfBirth as printed; empty if it is not or makes no date
 * @param address lines parted by line feeds
 * @param numbers those with a right check character, where their sort has one
 * @param doubtful sorts of number that are printed with a wrong check character, which count for nothing
 * @param cases URNs of the record's cases, without made-up ones
 */
public record Mention(
        String path,
        List<PersonName> names,
        Optional<LocalDate> dateOfBirth,
        Optional<String> address,
        List<PersonNumber> numbers,
        List<NumberType> doubtful,
        List<String> cases) {

    /** What a record calls those it is about; the last word of the path to their fields. */
    private static final Set<String> WHO =
            Set.of("defendant", "defendants", "learner", "learners", "prisoner", "prisoners", "offender", "offenders");

    private static final Pattern BETWEEN_ALIASES =
            Pattern.compile("\\s*(?:[;\\n/]|\\b(?:also known as|a\\.?k\\.?a\\.?)\\b)\\s*", Pattern.CASE_INSENSITIVE);

    /** More names than this tell nothing more, and each costs rows. */
    private static final int MOST_NAMES = 10;

    public Mention {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
        doubtful = List.copyOf(doubtful);
        cases = List.copyOf(cases);
    }

    /** Everyone whom a record of a kind is about and names. */
    public static List<Mention> in(Kind kind, Fields fields) {
        List<String> cases = fields.all().stream()
                .filter(field -> parserOf(kind, field)
                        .filter(parser -> parser == Parser.URN)
                        .isPresent())
                .flatMap(field -> Urn.check(field.value()).found().stream())
                .filter(urn -> !urn.isDummy())
                .map(Urn::value)
                .distinct()
                .toList();
        return fields.all().stream()
                .filter(field ->
                        field.path().endsWith(".name") && !field.value().isBlank())
                .map(field -> field.path().substring(0, field.path().length() - ".name".length()))
                .filter(Mention::isAbout)
                .map(path -> at(path, kind, fields, cases))
                .toList();
    }

    /** Whether a record of a kind names whom it is about. */
    public static boolean isAboutPeople(Kind kind) {
        return kind.fields().stream()
                .map(FieldSpec::path)
                .filter(path -> path.endsWith(".name"))
                .anyMatch(path -> isAbout(path.substring(0, path.length() - ".name".length())));
    }

    private static boolean isAbout(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        int index = last.indexOf('[');
        return WHO.contains(index < 0 ? last : last.substring(0, index));
    }

    private static Mention at(String path, Kind kind, Fields fields, List<String> cases) {
        List<PersonName> names = new ArrayList<>();
        names.add(PersonName.of(fields.value(path + ".name").orElseThrow()));
        fields.value(path + ".aliases")
                .ifPresent(aliases -> BETWEEN_ALIASES
                        .splitAsStream(aliases)
                        .filter(alias -> !alias.isBlank())
                        .map(PersonName::of)
                        .forEach(names::add));
        Set<PersonNumber> numbers = new LinkedHashSet<>();
        Set<NumberType> doubtful = new LinkedHashSet<>();
        for (Field field : fields.all()) {
            if (field.path().startsWith(path + ".") && !field.value().isBlank()) {
                parserOf(kind, field).flatMap(NumberType::readBy).ifPresent(type -> {
                    switch (type.check(field.value())) {
                        case Check.Valid<String>(String value)
                        when isOfAnyone(type, value) -> numbers.add(new PersonNumber(type, value));
                        case Check.Valid<String> madeUp -> {}
                        case Check.WrongCheckCharacter<String> wrong -> doubtful.add(type);
                        case Check.WrongShape<String> none -> {}
                    }
                });
            }
        }
        return new Mention(
                path,
                names.stream().limit(MOST_NAMES).toList(),
                fields.date(path + ".dateOfBirth"),
                fields.value(path + ".address"),
                List.copyOf(numbers),
                List.copyOf(doubtful),
                cases);
    }

    private static boolean isOfAnyone(NumberType type, String value) {
        return type != NumberType.ASN || !new Asn(value).isDummy();
    }

    private static Optional<Parser> parserOf(Kind kind, Field field) {
        return kind.field(field.path()).map(FieldSpec::parser);
    }

    /** The name it goes by. */
    public PersonName name() {
        return names.getFirst();
    }

    /** What it says, as something to know a person by. */
    public Known known() {
        return new Known(names, dateOfBirth.stream().toList(), address.stream().toList(), numbers, cases);
    }

    /** The keys under which people it may mean are found: its own, and those of its names turned round. */
    public List<BlockingKey> keys() {
        List<PersonName> either = Stream.concat(names.stream(), names.stream().map(PersonName::turnedRound))
                .toList();
        return BlockingKey.of(either, dateOfBirth.stream().toList(), numbers);
    }

    /** What tells it from others of its record, the same in every version: the name and the date of birth. */
    public String identity() {
        return name().joined() + "|" + dateOfBirth.map(LocalDate::toString).orElse("");
    }

    /** What a place in a record is called within a sentence: {@code the defendant}, {@code defendant 2}. */
    public static String called(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        int index = last.indexOf('[');
        return index < 0
                ? "the " + last
                : last.substring(0, index - (last.charAt(index - 1) == 's' ? 1 : 0)) + " "
                        + last.substring(index + 1, last.length() - 1);
    }

    @Override
    public String toString() {
        return "Mention[" + path + "]";
    }
}
