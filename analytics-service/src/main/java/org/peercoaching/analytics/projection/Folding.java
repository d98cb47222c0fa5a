package org.peercoaching.analytics.projection;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Contribution;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.analytics.cell.Values;
import org.peercoaching.analytics.fact.Fact;
import org.peercoaching.analytics.fact.FactKey;
import org.peercoaching.events.PublishedEvent;

/** The events of one batch about one subject, and what they make of its fact. */
final class Folding {

    private record Numbered(int number, PublishedEvent published) {}

    private final FactKey key;
    private final List<Numbered> events = new ArrayList<>();

    Folding(FactKey key) {
        this.key = key;
    }

    void add(int number, PublishedEvent published) {
        events.add(new Numbered(number, published));
    }

    /**
     * A fact after a batch.
     *
     * @param now as it is to be kept
     * @param rows what it counts now
     * @param fresh the numbers of the events that changed it
     * @param sent contributions by cell id, without shards
     */
    record Folded(StoredFact now, Rows rows, List<Integer> fresh, Map<String, Contribution> sent) {}

    Folded fold(@Nullable StoredFact stored, ReportingZone zone) {
        Fact before = stored == null ? key.kind().unheard() : stored.fact();
        Fact fact = before;
        List<Integer> fresh = new ArrayList<>();
        for (Numbered event : events) {
            Optional<Fact> after = fact.after(key.id(), event.published());
            if (after.isPresent()) {
                fact = after.get();
                fresh.add(event.number());
            }
        }
        long revision = (stored == null ? 0 : stored.revision()) + (fresh.isEmpty() ? 0 : 1);
        Rows rows = fact.rows(zone);
        Set<String> touched = new HashSet<>(stored == null ? Set.of() : stored.touched());
        rows.byCell().keySet().forEach(cell -> touched.add(cell.id()));
        boolean isRepeat = fresh.size() < events.size();
        Set<String> tell =
                isRepeat
                        ? touched
                        : rows.differentFrom(before.rows(zone)).stream()
                                .map(CellKey::id)
                                .collect(toSet());
        StoredFact now = new StoredFact(key.text(), revision, fact, touched);
        return new Folded(now, rows, fresh, contributions(rows, revision, tell));
    }

    private static Map<String, Contribution> contributions(
            Rows rows, long revision, Set<String> cells) {
        Map<String, Contribution> contributions = new HashMap<>();
        cells.forEach(cell -> contributions.put(cell, new Contribution(revision, Values.NONE)));
        rows.byCell()
                .forEach((cell, values) ->
                        contributions.computeIfPresent(
                                cell.id(), (id, none) -> new Contribution(revision, values)));
        return contributions;
    }
}
