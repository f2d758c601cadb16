package uk.casebridge.domain.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.review.Ruling.ReadingCorrected;

/**
 * The fields of one record while corrections are put to them, one after the other. A member of a list of which nothing
 * is left is gone, and those after it move up, so that a list has no gaps; a correction's path is the one its field had
 * when it was made.
 */
final class CorrectedFields {

    private static final Pattern MEMBER = Pattern.compile("\\[(\\d+)]");

    private Map<String, Field> fields = new LinkedHashMap<>();
    private Map<String, Correction> corrections = new LinkedHashMap<>();
    private final List<Correction> removed = new ArrayList<>();
    private final Map<String, String> moved = new LinkedHashMap<>();

    /**
     * What was read of a field and what the last correction made of it.
     *
     * @param path where it stands now, or stood last
     * @param asRead what was read; empty if nothing was
     * @param now what the picture shows; empty if nothing
     * @param by the decision that said so last
     */
    record Correction(String path, String asRead, String now, Decision by) {
        boolean changes() {
            return !asRead.equals(now);
        }

        private Correction at(String other) {
            return new Correction(other, asRead, now, by);
        }
    }

    CorrectedFields(Fields read) {
        for (Field field : read.all()) {
            fields.put(field.path(), field);
            moved.put(field.path(), field.path());
        }
    }

    /**
     * Puts a correction to the fields.
     *
     * @return false if what stands there is not what was corrected: the correction was made on another reading
     */
    boolean put(Decision decision, ReadingCorrected correction) {
        String path = correction.path();
        Optional<Field> old = Optional.ofNullable(fields.get(path));
        if (!old.map(Field::value).orElse("").equals(correction.before())) {
            return false;
        }
        String asRead = Optional.ofNullable(corrections.get(path))
                .map(Correction::asRead)
                .or(() -> takenOut(path))
                .orElse(correction.before());
        Correction now = new Correction(path, asRead, correction.after(), decision);
        if (correction.after().isEmpty()) {
            fields.remove(path);
            corrections.remove(path);
            removed.add(now);
            closeGaps(path);
        } else {
            fields.put(
                    path,
                    new Field(
                            path,
                            correction.after(),
                            correction.before().equals(correction.after())
                                    ? old.map(Field::raw).orElse(correction.after())
                                    : correction.after(),
                            1,
                            old.flatMap(Field::place)));
            corrections.put(path, now);
        }
        return true;
    }

    /** What was read of a field that was taken out and is put in again. */
    private Optional<String> takenOut(String path) {
        Optional<Correction> before =
                removed.stream().filter(gone -> gone.path().equals(path)).reduce((one, later) -> later);
        before.ifPresent(removed::remove);
        return before.map(Correction::asRead);
    }

    private void closeGaps(String path) {
        List<Integer> ends = MEMBER.matcher(path).results().map(m -> m.end()).toList();
        for (int end : ends.reversed()) {
            String member = path.substring(0, end);
            if (fields.keySet().stream().anyMatch(other -> isWithin(other, member))) {
                return;
            }
            Matcher number = MEMBER.matcher(member);
            int start = 0;
            int gone = 0;
            while (number.find()) {
                start = number.start();
                gone = Integer.parseInt(number.group(1));
            }
            moveUp(member.substring(0, start), gone);
        }
    }

    private static boolean isWithin(String path, String member) {
        return path.equals(member) || path.startsWith(member + ".") || path.startsWith(member + "[");
    }

    private void moveUp(String list, int gone) {
        UnaryOperator<String> up = path -> {
            Matcher number = MEMBER.matcher(path);
            if (!path.startsWith(list + "[") || !number.find(list.length())) {
                return path;
            }
            int member = Integer.parseInt(number.group(1));
            return member <= gone ? path : list + "[" + (member - 1) + "]" + path.substring(number.end());
        };
        Map<String, Field> then = new LinkedHashMap<>();
        fields.forEach((path, field) -> then.put(
                up.apply(path),
                new Field(up.apply(path), field.value(), field.raw(), field.confidence(), field.place())));
        fields = then;
        Map<String, Correction> thenCorrected = new LinkedHashMap<>();
        corrections.forEach((path, correction) -> thenCorrected.put(up.apply(path), correction.at(up.apply(path))));
        corrections = thenCorrected;
        moved.replaceAll((read, now) -> up.apply(now));
    }

    Fields fields() {
        return Fields.of(fields.values());
    }

    /** Where a field that was read at a path stands now. */
    String now(String pathAsRead) {
        return moved.getOrDefault(pathAsRead, pathAsRead);
    }

    /** The last word on every field that was corrected or confirmed, in the order of the decisions. */
    List<Correction> corrections() {
        List<Correction> all = new ArrayList<>(corrections.values());
        all.addAll(removed);
        all.sort((one, other) -> Integer.compare(one.by().number(), other.by().number()));
        return List.copyOf(all);
    }
}
