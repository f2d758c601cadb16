package uk.casebridge.domain.standing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.casebridge.domain.recipient.Place;

/**
 * Places by code and by name. A name is found without regard to case, accents, punctuation, brackets, the order of "Crown
 * Court at" and prefixes such as HMP; a name that two places could mean finds neither.
 */
final class NamedPlaces {

    private static final String APOSTROPHES = "'\u2018\u2019\u02BC`";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Set<String> IDLE = Set.of(
            "the",
            "at",
            "sitting",
            "of",
            "in",
            "and",
            "hm",
            "hmp",
            "hmyoi",
            "yoi",
            "prison",
            "court",
            "courts",
            "crown",
            "magistrates",
            "magistrate",
            "young",
            "offender",
            "institution",
            "careers",
            "service",
            "national",
            "area",
            "enforcement",
            "office",
            "probation",
            "region",
            "police",
            "constabulary");

    private final Map<String, Place> byCode;
    private final Map<String, Place> byName;

    private NamedPlaces(Map<String, Place> byCode, Map<String, Place> byName) {
        this.byCode = byCode;
        this.byName = byName;
    }

    /** From rows of code, name, open (yes or no) and other names set apart by bars. */
    static NamedPlaces of(List<List<String>> rows) {
        Map<String, Place> byCode = new HashMap<>();
        Map<String, Place> byName = new HashMap<>();
        Map<String, Set<Place>> inFull = new HashMap<>();
        Map<String, Set<Place>> withoutBrackets = new HashMap<>();
        for (List<String> row : rows) {
            Place place = new Place(row.get(0), row.get(1), row.get(2).equals("yes"));
            byCode.put(place.code(), place);
            for (String alias : row.get(3).split("\\|")) {
                if (!alias.isBlank()) {
                    byName.put(key(alias), place);
                }
            }
            inFull.computeIfAbsent(key(place.name()), name -> new HashSet<>()).add(place);
            // A county court that lends its rooms never stands for the court of its town.
            if (!place.name().contains("County")) {
                withoutBrackets
                        .computeIfAbsent(key(withoutBrackets(place.name())), name -> new HashSet<>())
                        .add(place);
            }
        }
        for (Map<String, Set<Place>> names : List.of(inFull, withoutBrackets)) {
            for (Map.Entry<String, Set<Place>> name : names.entrySet()) {
                if (name.getValue().size() == 1) {
                    byName.putIfAbsent(name.getKey(), name.getValue().iterator().next());
                }
            }
        }
        return new NamedPlaces(Map.copyOf(byCode), Map.copyOf(byName));
    }

    Optional<Place> withCode(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    Optional<Place> named(String name) {
        String key = key(name);
        return key.isEmpty() ? Optional.empty() : Optional.ofNullable(byName.get(key));
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder();
        StringBuilder word = new StringBuilder();
        String plain = withoutAccents(name);
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? Character.toLowerCase(plain.charAt(i)) : ' ';
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.append(c);
            } else if (APOSTROPHES.indexOf(c) < 0) {
                String whole = word.toString();
                if (!whole.isEmpty() && !IDLE.contains(whole)) {
                    key.append(key.isEmpty() ? "" : " ").append(whole);
                }
                word.setLength(0);
            }
        }
        return key.toString();
    }

    private static String withoutBrackets(String name) {
        int open = name.indexOf('(');
        int close = name.lastIndexOf(')');
        return open < 0 || close < open ? name : name.substring(0, open) + " " + name.substring(close + 1);
    }

    private static String withoutAccents(String name) {
        // The normaliser's tables take longer to load than all our lists, and nearly every name does without.
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll("");
            }
        }
        return name;
    }
}
