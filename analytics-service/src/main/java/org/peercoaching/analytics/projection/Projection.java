package org.peercoaching.analytics.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.fact.FactKey;
import org.peercoaching.analytics.projection.Folding.Folded;
import org.peercoaching.events.PublishedEvent;

/**
 * Applies batches of events: folds the facts, writes them, then tells the cells. A batch whose
 * application was cut short comes again as a whole, and may meet another process that applies parts
 * of it at the same time.
 *
 * <p>Why it ends right: facts change by compare-and-set, so each has one history of revisions. A
 * fresh event sends the rows it changed. A duplicate sends every row of every cell its fact ever
 * touched, because whoever wrote the fact may have died before the cells. Cells take only newer
 * revisions, so whatever arrives late is ignored.
 */
public final class Projection {

    private final ReadModel model;
    private final ReportingZone zone;
    private final Telling telling;

    /** A projection into a read model. */
    public Projection(ReadModel model, ReportingZone zone) {
        this.model = model;
        this.zone = zone;
        this.telling = new Telling(model);
    }

    /** What became of an event. */
    public enum Effect {
        /** A fact changed. */
        CHANGED,
        /** All facts had seen it. */
        SEEN,
        /** No fact is about it. */
        NONE
    }

    /**
     * Applies a batch.
     *
     * @return what became of each event, in the same order
     */
    public List<Effect> apply(List<PublishedEvent> events) {
        Map<String, Folding> pending = new LinkedHashMap<>();
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            List<FactKey> concerned = FactKey.of(events.get(i).event());
            effects.add(concerned.isEmpty() ? Effect.NONE : Effect.SEEN);
            for (FactKey key : concerned) {
                pending.computeIfAbsent(key.text(), id -> new Folding(key)).add(i, events.get(i));
            }
        }
        Collection<Folded> folded = fold(pending);
        folded.forEach(each -> each.fresh().forEach(event -> effects.set(event, Effect.CHANGED)));
        model.knowUnits(units(folded));
        telling.tell(folded);
        return effects;
    }

    /** Reads, folds and writes; those whose guard was lost again, until none is. */
    private Collection<Folded> fold(Map<String, Folding> all) {
        Map<String, Folded> done = new HashMap<>();
        Set<String> open = all.keySet();
        while (!open.isEmpty()) {
            Map<String, StoredFact> stored = model.facts(open);
            Map<String, Folded> attempt = new LinkedHashMap<>();
            for (String id : open) {
                attempt.put(id, folding(all, id).fold(stored.get(id), zone));
            }
            Set<String> lost =
                    model.saveFacts(
                            attempt.values().stream()
                                    .filter(each -> !each.fresh().isEmpty())
                                    .map(Folded::now)
                                    .toList());
            attempt.keySet().removeAll(lost);
            done.putAll(attempt);
            open = lost;
        }
        return done.values();
    }

    private static Folding folding(Map<String, Folding> all, String id) {
        Folding folding = all.get(id);
        if (folding == null) {
            throw new IllegalStateException("The read model lost a fact that was not written");
        }
        return folding;
    }

    private static Map<String, Set<String>> units(Collection<Folded> folded) {
        Map<String, Set<String>> units = new HashMap<>();
        for (Folded each : folded) {
            for (CellKey cell : each.rows().byCell().keySet()) {
                if (!cell.unit().equals(CellKey.UNCUT)) {
                    units.computeIfAbsent(cell.program(), key -> new HashSet<>()).add(cell.unit());
                }
            }
        }
        return units;
    }
}
