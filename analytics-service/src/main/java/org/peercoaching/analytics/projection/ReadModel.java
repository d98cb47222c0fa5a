package org.peercoaching.analytics.projection;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.peercoaching.analytics.cell.Cell;
import org.peercoaching.analytics.cell.Contribution;

/**
 * Where facts and cells are kept. Each document is guarded by its version: a write succeeds only on
 * the version before its own, whoever else writes.
 */
public interface ReadModel {

    /** The facts among some ids that are stored: one read. */
    Map<String, StoredFact> facts(Collection<String> ids);

    /**
     * Writes facts: one bulk write.
     *
     * @return the ids of those whose guard was lost: another writer was first
     */
    Set<String> saveFacts(Collection<StoredFact> facts);

    /**
     * Makes sure that questions find the units of programs; for those that are known it costs
     * nothing. Called before their first cells are written.
     *
     * @param units by program
     */
    void knowUnits(Map<String, Set<String>> units);

    /** The cells among some ids that are stored: one read. */
    Map<String, Cell> cells(Collection<String> ids);

    /**
     * A cell to write.
     *
     * @param cell the whole, one version on
     * @param changed its contributions that are new
     */
    record CellChange(Cell cell, Map<String, Contribution> changed) {}

    /**
     * Writes cells with their totals: one bulk write.
     *
     * @return the ids of those whose guard was lost
     */
    Set<String> saveCells(Collection<CellChange> changes);
}
