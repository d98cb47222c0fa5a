package org.peercoaching.session.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An action item as the API shows it.
 *
 * @param owner participant id of who promised it
 * @param text null where its author was erased
 * @param keptAt null while it is not kept
 */
record ActionItemView(
        String id,
        String owner,
        @Nullable String text,
        LocalDate dueOn,
        boolean kept,
        @Nullable Instant keptAt) {

    static ActionItemView of(ActionItem item, Optional<String> text) {
        return new ActionItemView(
                item.id(),
                item.owner(),
                text.orElse(null),
                item.dueOn(),
                item.keptAt() != null,
                item.keptAt());
    }
}
