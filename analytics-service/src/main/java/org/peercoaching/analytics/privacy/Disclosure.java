package org.peercoaching.analytics.privacy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.program.Tree;

/**
 * Decides what is shown.
 *
 * <p>Figures of what happened are decided per quarter (nothing adds up across quarters): coarse
 * before fine and large before small, so that it is the small ones that are hidden together.
 * Figures of what is the case move only when at least k people changed since the last one shown;
 * until then the last one stands, whether nobody changed or too few.
 */
public final class Disclosure {

    private Disclosure() {}

    /**
     * Which live figures of a whole program are shown, of one quarter and the periods in it.
     *
     * @param periods every period of the quarter that has begun, with its figure; the quarter too
     */
    public static Set<Period> live(Map<Period, Figure> periods, int k) {
        Blocks blocks =
                new Blocks(
                        Elements.union(periods.values().stream().map(Figure::elements).toList()),
                        k);
        Set<Period> shown = new HashSet<>();
        periods.entrySet().stream()
                .sorted(
                        comparing(
                                        (Map.Entry<Period, Figure> each) -> each.getKey().grain(),
                                        Comparator.reverseOrder())
                                .thenComparing(
                                        each -> each.getValue().elements().people(),
                                        Comparator.reverseOrder())
                                .thenComparing(Map.Entry::getKey))
                .filter(each -> blocks.publish(each.getValue()))
                .forEach(each -> shown.add(each.getKey()));
        return shown;
    }

    /**
     * What is known of a quarter when one of its periods is released.
     *
     * @param program all elements of the program in the quarter so far
     * @param known what is public already: live weeks of the whole program, earlier releases
     * @param oftenHidden units by how many of their figures of the quarter are hidden
     */
    public record Quarter(
            Elements program, Collection<Elements> known, Map<String, Long> oftenHidden) {}

    /**
     * Releases figures of what happened in one period.
     *
     * @param figures by unit; the root is among them where the whole program's figure is not live
     * @param before what was released for the period before, by unit
     */
    public static Map<String, Release> flow(
            Map<String, Figure> figures, Map<String, Release> before, Quarter quarter, int k) {
        Blocks blocks = new Blocks(quarter.program(), k);
        blocks.published(quarter.known());
        Map<String, Release> releases = new LinkedHashMap<>();
        for (String unit : inOrder(figures, quarter.oftenHidden())) {
            Figure figure = figure(figures, unit);
            Release release = before.get(unit);
            if (release == null) {
                release =
                        blocks.publish(figure)
                                ? Release.of(figure)
                                : Release.suppressed(figure.holdsOn());
            } else if (release.shown()
                    && figure.elements().minus(release.elements()).people() >= k
                    && blocks.publish(figure)) {
                release = Release.of(figure);
            }
            releases.put(unit, release);
        }
        return releases;
    }

    /**
     * Releases figures of what is the case at the end of one week.
     *
     * @param figures by unit; the root is among them where the whole program's figure is not live
     * @param before the releases of the week before, by unit
     * @param program all elements of the program now
     * @param history the elements of every figure of the units that was shown before
     */
    public static Map<String, Release> stock(
            Map<String, Figure> figures,
            Map<String, Release> before,
            Elements program,
            Collection<Elements> history,
            int k) {
        History published = new History(history, k);
        Blocks now = new Blocks(program, k);
        Map<String, Release> releases = new LinkedHashMap<>();
        for (String unit : inOrder(figures, Map.of())) {
            Figure figure = figure(figures, unit);
            Elements elements = figure.elements();
            Release last = before.getOrDefault(unit, Release.suppressed(figure.holdsOn()));
            boolean moves = !last.shown() || changed(last.elements(), elements) >= k;
            if (moves && published.allow(figure) && now.publish(figure)) {
                published.published(elements);
                releases.put(unit, Release.of(figure));
            } else if (last.shown()) {
                // It stands for the unit in every sum, though it may be a little old.
                now.published(figure.tells());
                releases.put(unit, last);
            } else {
                releases.put(unit, Release.suppressed(figure.holdsOn()));
            }
        }
        return releases;
    }

    /** How many people count otherwise than before. */
    private static long changed(Elements before, Elements now) {
        return Elements.union(List.of(before.minus(now), now.minus(before))).people();
    }

    /** Parents before children; what was hidden before last, so that it stays the same few. */
    private static List<String> inOrder(
            Map<String, Figure> figures, Map<String, Long> oftenHidden) {
        return figures.keySet().stream()
                .sorted(
                        comparingInt(Tree::depth)
                                .thenComparing(
                                        comparingLong(unit -> oftenHidden.getOrDefault(unit, 0L)))
                                .thenComparing(
                                        unit -> figure(figures, unit).elements().people(),
                                        Comparator.reverseOrder())
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Figure figure(Map<String, Figure> figures, String unit) {
        Figure figure = figures.get(unit);
        if (figure == null) {
            throw new IllegalArgumentException("No figure of the unit");
        }
        return figure;
    }
}
