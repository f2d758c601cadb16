package uk.casebridge.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.portal.page.LondonTime;
import uk.casebridge.portal.page.PaperPage.FieldGroup;
import uk.casebridge.portal.page.PaperPage.FieldRow;

/**
 * Lays the fields of a record out for people: in the order of its kind, the members of a list under a heading of their
 * own, values as people write them.
 */
final class FieldTable {

    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)\\[(\\d+)]");
    /** How the courts' own system prints some values, such as {@code NOT_GUILTY}. */
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");

    private static final Set<String> ABBREVIATIONS = Set.of("asn", "lja", "uln", "urn");
    private static final String MAIN = "Main details";

    private final Optional<Kind> kind;
    private final Fields fields;

    FieldTable(Optional<Kind> kind, Fields fields) {
        this.kind = kind;
        this.fields = fields;
    }

    List<FieldGroup> groups() {
        Map<String, List<Field>> grouped = new TreeMap<>(this::compareGroups);
        for (Field field : fields.all()) {
            grouped.computeIfAbsent(group(field.path()), path -> new ArrayList<>())
                    .add(field);
        }
        List<FieldGroup> groups = new ArrayList<>();
        grouped.forEach((path, members) -> groups.add(new FieldGroup(
                path.isEmpty() ? MAIN : titleOf(path),
                members.stream()
                        .sorted(Comparator.comparingInt((Field field) -> position(field.path()))
                                .thenComparing(field -> numbers(field.path()), FieldTable::compare))
                        .map(this::row)
                        .toList())));
        return List.copyOf(groups);
    }

    /** What a field is called, with the member of the list it belongs to: {@code Offence code (offence 2)}. */
    String name(String path) {
        String group = group(path);
        return label(path) + (group.isEmpty() ? "" : " (" + titleOf(group).toLowerCase(Locale.UK) + ")");
    }

    /** A value as people write it. */
    String shown(String path, String value) {
        return spec(path).map(spec -> shown(spec.parser(), value)).orElse(value);
    }

    private FieldRow row(Field field) {
        double threshold = spec(field.path()).map(FieldSpec::threshold).orElse(FieldSpec.DEFAULT_THRESHOLD);
        return new FieldRow(
                label(field.path()),
                shown(field.path(), field.value()).lines().toList(),
                field.place().map(place -> Math.round(Math.floor(field.confidence() * 100)) + "%"),
                field.confidence() < threshold,
                field.place().map(place -> "page " + place.page()));
    }

    private static String shown(Parser parser, String value) {
        try {
            return switch (parser) {
                case DATE -> LondonTime.date(LocalDate.parse(value));
                case DATE_AND_TIME -> LondonTime.dateAndTime(Instant.parse(value));
                case MONEY -> "£" + value;
                default -> CONSTANT.matcher(value).matches() ? words(value.replace('_', ' ')) : value;
            };
        } catch (DateTimeException e) {
            // What is not the date it should be is shown as it stands; a finding says so.
            return value;
        }
    }

    private Optional<FieldSpec> spec(String path) {
        return kind.flatMap(known -> known.field(path));
    }

    /** The label of its kind, else the last name of the path, with the number of a list that has no heading. */
    private String label(String path) {
        String label = spec(path)
                .flatMap(spec -> spec.labels().stream()
                        .findFirst()) // A label with an ellipsis is a pattern for the reader of papers, not a name.
                .filter(found -> !found.contains("…"))
                .orElseGet(() -> nameOf(path));
        String below = path.substring(group(path).length());
        Matcher number = NUMBER.matcher(below);
        return number.find() && !number.group(1).equals("1") ? label + " " + number.group(1) : label;
    }

    /** The member of a list whose heading a field stands under; empty for the main group. */
    private String group(String path) {
        String group = "";
        Matcher member = NUMBER.matcher(path);
        while (member.find()) {
            String prefix = path.substring(0, member.end());
            if (hasHeading(prefix)) {
                group = prefix;
            }
        }
        return group;
    }

    /** A list whose members have one field only is shown line by line among the fields around it. */
    private boolean hasHeading(String member) {
        String list = unnumbered(member) + ".";
        return fields.all().stream()
                .map(Field::path)
                .filter(path -> unnumbered(path).startsWith(list))
                .map(path -> path.substring(0, endOfMember(path, member)))
                .collect(Collectors.groupingBy(path -> path, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    /** Where the member that a path belongs to ends, counted in lists as deep as the one given. */
    private static int endOfMember(String path, String alike) {
        int depth = numbers(alike).size();
        Matcher number = NUMBER.matcher(path);
        int end = 0;
        for (int i = 0; i < depth && number.find(); i++) {
            end = number.end();
        }
        return end;
    }

    private int position(String path) {
        if (kind.isEmpty()) {
            return 0;
        }
        List<FieldSpec> specs = kind.get().fields();
        Optional<FieldSpec> spec = spec(path);
        return spec.isEmpty() ? specs.size() : specs.indexOf(spec.get());
    }

    /** The main group first, then lists in the order of the kind, members by number, what is inside one after it. */
    private int compareGroups(String one, String other) {
        List<String> left = steps(one);
        List<String> right = steps(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            String a = left.get(i);
            String b = right.get(i);
            if (!a.equals(b)) {
                int byKind = Integer.compare(listPosition(a), listPosition(b));
                return byKind != 0
                        ? byKind
                        : unnumbered(a).equals(unnumbered(b)) ? compare(numbers(a), numbers(b)) : a.compareTo(b);
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** {@code a[1].b[2]} as {@code a[1]}, {@code a[1].b[2]}. */
    private static List<String> steps(String group) {
        List<String> steps = new ArrayList<>();
        Matcher member = NUMBER.matcher(group);
        while (member.find()) {
            steps.add(group.substring(0, member.end()));
        }
        return steps;
    }

    private int listPosition(String member) {
        String list = unnumbered(member) + ".";
        List<FieldSpec> specs = kind.map(Kind::fields).orElse(List.of());
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).path().startsWith(list)) {
                return i;
            }
        }
        return specs.size();
    }

    private static String unnumbered(String path) {
        return NUMBER.matcher(path).replaceAll("[*]");
    }

    private static List<Integer> numbers(String path) {
        return NUMBER.matcher(path)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** {@code defendants[1].offences[2]} as {@code Defendant 1, offence 2}. */
    private static String titleOf(String group) {
        String title = MEMBER.matcher(group)
                .results()
                .map(match -> singular(words(match.group(1))).toLowerCase(Locale.UK) + " " + match.group(2))
                .collect(Collectors.joining(", "));
        return title.isEmpty() ? words(group) : title.substring(0, 1).toUpperCase(Locale.UK) + title.substring(1);
    }

    private static String singular(String word) {
        return word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code court.code} as {@code Court code}; a member of a list has its heading, so {@code Code}. */
    private static String nameOf(String path) {
        String below = path.substring(path.lastIndexOf(']') + 1);
        return words((below.isEmpty() ? path : below)
                .replaceFirst("^\\.", "")
                .replaceAll("\\[\\d+]", "")
                .replace('.', ' '));
    }

    /** {@code dateOfBirth} as {@code Date of birth}. */
    private static String words(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.UK);
        if (ABBREVIATIONS.contains(spaced)) {
            return spaced.toUpperCase(Locale.UK);
        }
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.UK) + spaced.substring(1);
    }
}
