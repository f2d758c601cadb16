package uk.casebridge.domain.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which member of a list in one version is which in the other: first those that say the same, then those of which code,
 * number, title or the like are the same and no other's, then the most alike. What is left was removed or added.
 */
final class Pairing {

    /** What a member is known by, where it has it. */
    private static final List<String> KNOWN_BY = List.of("code", "sequence", "number", "urn", "title", "type", "name");

    /** A result's text begins with its code: {@code IMP - Imprisonment}. */
    private static final Pattern RESULT_CODE = Pattern.compile("([A-Z][A-Z0-9]{1,11}) - ");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}£]+");

    /** Half of the words the same: what is less alike is another thing. */
    private static final double ALIKE = 0.5;

    /** Beyond this many comparisons only the place decides, so that no paper can keep us busy for minutes. */
    private static final int MOST_COMPARED = 40_000;

    private final SortedMap<Integer, Branch> before;
    private final SortedMap<Integer, Branch> after;
    private final SortedMap<Integer, Integer> pairs = new TreeMap<>();
    private final SortedSet<Integer> removed;
    private final SortedSet<Integer> added;

    private Pairing(SortedMap<Integer, Branch> before, SortedMap<Integer, Branch> after) {
        this.before = before;
        this.after = after;
        this.removed = new TreeSet<>(before.keySet());
        this.added = new TreeSet<>(after.keySet());
    }

    static Pairing of(SortedMap<Integer, Branch> before, SortedMap<Integer, Branch> after) {
        Pairing pairing = new Pairing(before, after);
        pairing.pairTheSame();
        pairing.pairTheKnown();
        pairing.pairTheAlike();
        return pairing;
    }

    /** The members of both versions, by their numbers in the older one. */
    SortedMap<Integer, Integer> pairs() {
        return pairs;
    }

    SortedSet<Integer> removed() {
        return removed;
    }

    SortedSet<Integer> added() {
        return added;
    }

    private void pair(int old, int now) {
        pairs.put(old, now);
        removed.remove(old);
        added.remove(now);
    }

    private void pairTheSame() {
        Map<Integer, String> texts = new HashMap<>();
        after.forEach((number, branch) -> texts.put(number, branch.canonical()));
        Map<Integer, String> olds = new HashMap<>();
        before.forEach((number, branch) -> olds.put(number, branch.canonical()));
        for (int number : List.copyOf(removed)) {
            if (olds.get(number) != null && olds.get(number).equals(texts.get(number))) {
                pair(number, number);
            }
        }
        Map<String, Deque<Integer>> waiting = new HashMap<>();
        for (int number : added) {
            waiting.computeIfAbsent(String.valueOf(texts.get(number)), text -> new ArrayDeque<>())
                    .add(number);
        }
        for (int number : List.copyOf(removed)) {
            Optional.ofNullable(waiting.get(String.valueOf(olds.get(number))))
                    .map(Deque::poll)
                    .ifPresent(now -> pair(number, now));
        }
    }

    private void pairTheKnown() {
        Map<String, List<Integer>> olds = byName(removed, before);
        Map<String, List<Integer>> nows = byName(added, after);
        olds.forEach((name, numbers) -> {
            List<Integer> same = nows.getOrDefault(name, List.of());
            if (!name.isEmpty() && numbers.size() == 1 && same.size() == 1) {
                pair(numbers.getFirst(), same.getFirst());
            }
        });
    }

    private static Map<String, List<Integer>> byName(SortedSet<Integer> numbers, SortedMap<Integer, Branch> members) {
        Map<String, List<Integer>> byName = new HashMap<>();
        for (int number : numbers) {
            Optional.ofNullable(members.get(number))
                    .ifPresent(member -> byName.computeIfAbsent(nameOf(member), name -> new ArrayList<>())
                            .add(number));
        }
        return byName;
    }

    private static String nameOf(Branch member) {
        StringBuilder name = new StringBuilder();
        for (String part : KNOWN_BY) {
            member.child(part)
                    .value()
                    .ifPresent(
                            value -> name.append(part).append('=').append(value).append('|'));
        }
        member.child("text")
                .value()
                .map(RESULT_CODE::matcher)
                .filter(Matcher::lookingAt)
                .ifPresent(code -> name.append("result=").append(code.group(1)));
        return name.toString();
    }

    private record Likeness(int old, int now, double share) {}

    private void pairTheAlike() {
        if ((long) removed.size() * added.size() > MOST_COMPARED) {
            List.copyOf(removed).stream().filter(added::contains).forEach(number -> pair(number, number));
            return;
        }
        Map<Integer, Map<String, Integer>> olds = words(removed, before);
        Map<Integer, Map<String, Integer>> nows = words(added, after);
        List<Likeness> likenesses = new ArrayList<>();
        olds.forEach((old, was) -> nows.forEach((now, is) -> {
            double share = share(was, is);
            if (share >= ALIKE) {
                likenesses.add(new Likeness(old, now, share));
            }
        }));
        likenesses.sort(Comparator.comparingDouble(Likeness::share)
                .reversed()
                .thenComparingInt(likeness -> Math.abs(likeness.old() - likeness.now()))
                .thenComparingInt(Likeness::old)
                .thenComparingInt(Likeness::now));
        for (Likeness likeness : likenesses) {
            if (removed.contains(likeness.old()) && added.contains(likeness.now())) {
                pair(likeness.old(), likeness.now());
            }
        }
    }

    private static Map<Integer, Map<String, Integer>> words(
            SortedSet<Integer> numbers, SortedMap<Integer, Branch> members) {
        Map<Integer, Map<String, Integer>> words = new HashMap<>();
        for (int number : numbers) {
            Optional.ofNullable(members.get(number)).map(Pairing::words).ifPresent(found -> words.put(number, found));
        }
        return words;
    }

    /** The words below a member with how often each stands there, apart by the field they stand in. */
    private static Map<String, Integer> words(Branch member) {
        Map<String, Integer> words = new HashMap<>();
        member.leaves("")
                .forEach((path, value) -> WORD.matcher(value.toLowerCase(Locale.ROOT))
                        .results()
                        .map(word -> path.replaceAll("\\[\\d+]", "[]") + " " + word.group())
                        .forEach(word -> words.merge(word, 1, Integer::sum)));
        return words;
    }

    /** Twice the words both have, of the words of both: 1 for the same, 0 for nothing in common. */
    private static double share(Map<String, Integer> one, Map<String, Integer> other) {
        Function<Map<String, Integer>, Integer> size =
                words -> words.values().stream().mapToInt(Integer::intValue).sum();
        int both = size.apply(one) + size.apply(other);
        int common = one.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0)))
                .sum();
        return both == 0 ? 0 : 2.0 * common / both;
    }
}
