package uk.casebridge.reading.fields;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the members of lists: a label that comes again within a member begins the next. */
final class Counter {
    private final Map<String, Integer> members = new HashMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();

    List<Integer> next(String path, int member) {
        List<String> groups = Paths.groups(path);
        if (groups.isEmpty()) {
            return List.of();
        }
        String innermost = groups.getLast();
        for (String group : groups) {
            boolean isInnermost = group.equals(innermost);
            boolean again = isInnermost && seen.getOrDefault(group, Set.of()).contains(path);
            boolean first = !members.containsKey(group);
            boolean told = isInnermost && member > 0 && members.getOrDefault(group, 0) < member;
            if (first || again || told) {
                members.merge(group, 1, Integer::sum);
                forgetBelow(group);
            }
        }
        seen.computeIfAbsent(innermost, group -> new HashSet<>()).add(path);
        return groups.stream().map(group -> members.getOrDefault(group, 1)).toList();
    }

    private void forgetBelow(String group) {
        seen.put(group, new HashSet<>());
        members.keySet().removeIf(other -> other.startsWith(group + "."));
        seen.keySet().removeIf(other -> other.startsWith(group + "."));
    }
}
