package org.peercoaching.session.sessions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.encryption.Sealed;

/**
 * What somebody promised in a session.
 *
 * @param owner participant id of who promised it
 * @param text sealed with its author's key
 * @param keptAt when the owner kept it; null until then
 */
public record ActionItem(
        String id, String owner, Sealed text, LocalDate dueOn, @Nullable Instant keptAt) {

    ActionItem keptAt(Instant now) {
        return new ActionItem(id, owner, text, dueOn, now);
    }

    /** The one place its words open in. */
    static String place(String id) {
        return "action-item:" + id;
    }
}
