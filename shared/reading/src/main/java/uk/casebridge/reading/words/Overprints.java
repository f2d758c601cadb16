package uk.casebridge.reading.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words printed twice, a hair apart, to look bold: the second goes, and the first is bold. */
final class Overprints {

    /** The second printing follows the first within a line or so; looking further back would cost a square. */
    private static final int LOOK_BACK = 16;

    private Overprints() {}

    static List<Word> dropped(List<Word> words) {
        Map<String, List<Integer>> seen = new HashMap<>();
        List<Word> kept = new ArrayList<>(words.size());
        for (Word word : words) {
            List<Integer> same = seen.computeIfAbsent(word.text(), text -> new ArrayList<>(1));
            boolean twice = false;
            for (int i = same.size() - 1; i >= 0 && i >= same.size() - LOOK_BACK; i--) {
                int index = same.get(i);
                Word first = kept.get(index);
                if (Math.abs(first.box().x() - word.box().x())
                                < 0.12 * word.box().height()
                        && Math.abs(first.box().y() - word.box().y())
                                < 0.12 * word.box().height()) {
                    kept.set(index, new Word(first.text(), first.box(), first.confidence(), true));
                    twice = true;
                    break;
                }
            }
            if (!twice) {
                same.add(kept.size());
                kept.add(word);
            }
        }
        return kept;
    }
}
