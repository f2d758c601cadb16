package uk.casebridge.domain.field;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one record by path, in the order they stand on the paper. Immutable. */
public final class Fields {

    private static final Fields NONE = new Fields(Map.of());

    private final Map<String, Field> byPath;

    private Fields(Map<String, Field> byPath) {
        this.byPath = byPath;
    }

    /**
     * Fields in the order given.
     *
     * @throws IllegalArgumentException if two share a path
     */
    public static Fields of(Collection<Field> fields) {
        Map<String, Field> byPath = new LinkedHashMap<>();
        for (Field field : fields) {
            if (byPath.putIfAbsent(field.path(), field) != null) {
                throw new IllegalArgumentException("Two fields at " + field.path());
            }
        }
        return new Fields(byPath);
    }

    public static Fields of(Field... fields) {
        return of(List.of(fields));
    }

    public static Fields none() {
        return NONE;
    }

    public List<Field> all() {
        return List.copyOf(byPath.values());
    }

    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    public Optional<Field> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The value at a path, empty where there is none or it is blank. */
    public Optional<String> value(String path) {
        return at(path).map(Field::value).filter(value -> !value.isBlank());
    }

    /** The value at a path as a date; empty where there is none or it is not a date. */
    public Optional<LocalDate> date(String path) {
        return value(path).flatMap(Fields::asDate);
    }

    private static Optional<LocalDate> asDate(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            // What cannot be a date is said by the rule on that field; here it is simply not a date.
            return Optional.empty();
        }
    }

    /** The fields whose path fits a pattern, in order. */
    public List<Field> matching(PathPattern pattern) {
        return byPath.values().stream()
                .filter(field -> pattern.fits(field.path()))
                .toList();
    }

    /** The fields whose path fits a pattern such as {@code offences[*].code}, in order. */
    public List<Field> matching(String pattern) {
        return matching(PathPattern.of(pattern));
    }

    /** The paths of a list's members: {@code offences[1]}, {@code offences[2]} … for {@code offences}. */
    public List<String> members(String list) {
        List<String> members = new ArrayList<>();
        for (int number = 1; ; number++) {
            String member = list + "[" + number + "]";
            if (byPath.keySet().stream().noneMatch(path -> path.equals(member) || path.startsWith(member + "."))) {
                return List.copyOf(members);
            }
            members.add(member);
        }
    }

    /** These fields with one put in, in place of what stood at its path, else at the end. */
    public Fields with(Field field) {
        Map<String, Field> copy = new LinkedHashMap<>(byPath);
        copy.put(field.path(), field);
        return new Fields(copy);
    }

    /** These fields without the one at a path. */
    public Fields without(String path) {
        Map<String, Field> copy = new LinkedHashMap<>(byPath);
        copy.remove(path);
        return new Fields(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields
                && new ArrayList<>(byPath.values()).equals(new ArrayList<>(fields.byPath.values()));
    }

    @Override
    public int hashCode() {
        return byPath.hashCode();
    }

    @Override
    public String toString() {
        // Paths only: values are personal and must not reach a log by way of a message.
        return "Fields" + byPath.keySet();
    }
}
