package uk.casebridge.reading.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Kind;

/** The fields of one record while it is put together. */
final class Gathered {

    private static final Pattern MEMBER = Pattern.compile("\\[(\\d+)]");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Kind kind;
    private final String anchor;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<FoundRecord.Clash> clashes = new ArrayList<>();

    /** @param anchor the field that begins another record of the kind */
    Gathered(Kind kind, String anchor) {
        this.kind = kind;
        this.anchor = anchor;
    }

    /** What is said first stands; the same label again, outside a list, is a repetition, or else a clash. */
    void put(Field field) {
        Field taken = fields.putIfAbsent(field.path(), field);
        if (taken != null && !says(taken, field) && !says(field, taken)) {
            clashes.add(new FoundRecord.Clash(taken, field));
        }
    }

    /** Whether a value holds the other, letter case and signs left out: a court's name with its address, say. */
    private static boolean says(Field whole, Field part) {
        return letters(whole).contains(letters(part));
    }

    private static String letters(Field field) {
        return NO_LETTER.matcher(field.value().toUpperCase(Locale.ROOT)).replaceAll("");
    }

    Optional<Field> value(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    boolean has(String path) {
        return fields.containsKey(path);
    }

    /** Puts a field in place of whatever stood at its path. */
    void replace(Field field) {
        fields.put(field.path(), field);
    }

    /** Whether two stretches are about the same: the kind's key, its case references left out, and the anchor. */
    boolean isSameAs(Gathered other) {
        List<String> same = new ArrayList<>();
        same.add(anchor);
        for (String path : kind.key()) {
            if (!path.contains("[*]")) {
                same.add(path);
            }
        }
        return same.stream().allMatch(path -> values(path).equals(other.values(path)));
    }

    private Optional<String> values(String path) {
        return value(path).map(field -> field.value().toUpperCase(Locale.ROOT));
    }

    /** Puts another stretch about the same defendant to this one, its lists after the ones here. */
    void join(Gathered other) {
        nameCases();
        other.nameCases();
        clashes.addAll(other.clashes);
        Map<String, Integer> shift = new HashMap<>();
        for (Field field : other.fields.values()) {
            List<Integer> members = members(field.path());
            if (members.isEmpty()) {
                put(field);
                continue;
            }
            String list = field.path().substring(0, field.path().indexOf('['));
            int by;
            if (list.equals("cases")) {
                by = caseShift(other, members.getFirst(), shift);
            } else {
                by = shift.computeIfAbsent(list, this::count);
            }
            String path = list + "[" + (members.getFirst() + by) + "]"
                    + field.path().substring(field.path().indexOf(']') + 1);
            fields.putIfAbsent(path, at(field, path));
        }
    }

    /** A case already here keeps its number; another comes after. */
    private int caseShift(Gathered other, int member, Map<String, Integer> shift) {
        return shift.computeIfAbsent("cases[" + member + "]", key -> {
            String urn =
                    other.value("cases[" + member + "].urn").map(Field::value).orElse("");
            int count = count("cases");
            for (int i = 1; i <= count; i++) {
                if (value("cases[" + i + "].urn").map(Field::value).orElse("").equals(urn)) {
                    return i - member;
                }
            }
            return count + 1 - member;
        });
    }

    private int count(String list) {
        int most = 0;
        for (String path : fields.keySet()) {
            if (path.startsWith(list + "[")) {
                most = Math.max(most, members(path).getFirst());
            }
        }
        return most;
    }

    /** Where several cases are joined, each offence says its own. */
    private void nameCases() {
        if (kind.field("offences[1].urn").isEmpty()) {
            return;
        }
        Optional<Field> urn = value("cases[1].urn");
        if (urn.isEmpty() || value("cases[2].urn").isPresent()) {
            return;
        }
        int offences = count("offences");
        for (int i = 1; i <= offences; i++) {
            String path = "offences[" + i + "].urn";
            fields.putIfAbsent(path, at(urn.get(), path));
        }
    }

    private static Field at(Field field, String path) {
        return new Field(path, field.value(), field.raw(), field.confidence(), field.place());
    }

    private static List<Integer> members(String path) {
        Matcher matcher = MEMBER.matcher(path);
        List<Integer> members = new ArrayList<>();
        while (matcher.find()) {
            members.add(Integer.parseInt(matcher.group(1)));
        }
        return members;
    }

    FoundRecord finished() {
        return new FoundRecord(Fields.of(fields.values()), clashes);
    }
}
