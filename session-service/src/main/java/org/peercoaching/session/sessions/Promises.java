package org.peercoaching.session.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/** Decisions about the action items of a session. */
final class Promises {

    static final int MOST_ITEMS = 20;

    private Promises() {}

    /** Writes an item down; writing it down again changes nothing. */
    static Decision<Session> promise(Session session, ActionItem item) {
        if (find(session, item.id()).isPresent()) {
            return Decision.accepted(session);
        }
        return refusal(session, item)
                .map(Decision::<Session>rejected)
                .orElseGet(() ->
                        Decision.accepted(
                                session.with(
                                        Stream.concat(
                                                        session.actionItems().stream(),
                                                        Stream.of(item))
                                                .toList())));
    }

    /** Its owner kept it. */
    static Decision<Session> keep(Session session, String itemId, String member, Instant now) {
        Optional<ActionItem> item = find(session, itemId);
        if (item.isEmpty()) {
            return Decision.rejected(NO_SUCH_ITEM);
        }
        if (!item.get().owner().equals(member)) {
            return Decision.rejected(OWNERS_WORD);
        }
        if (item.get().keptAt() != null) {
            return Decision.accepted(session);
        }
        List<ActionItem> items =
                session.actionItems().stream()
                        .map(each -> each.id().equals(itemId) ? each.keptAt(now) : each)
                        .toList();
        return Decision.accepted(session.with(items));
    }

    static Optional<ActionItem> find(Session session, String itemId) {
        return session.actionItems().stream().filter(each -> each.id().equals(itemId)).findFirst();
    }

    private static Optional<Refusal> refusal(Session session, ActionItem item) {
        if (!session.isScheduled() && !session.status().held()) {
            return Optional.of(NOT_HELD);
        }
        if (session.actionItems().size() >= MOST_ITEMS) {
            return Optional.of(TOO_MANY);
        }
        if (!session.terms().hasMember(item.owner())) {
            return Optional.of(UNKNOWN_OWNER);
        }
        return isInReach(item.dueOn(), session) ? Optional.empty() : Optional.of(DUE_OUT_OF_REACH);
    }

    /** From the session's day, wherever on earth the members' day is, to a year later. */
    private static boolean isInReach(LocalDate dueOn, Session session) {
        LocalDate first = session.slot().startsAt().atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
        return !dueOn.isBefore(first) && !dueOn.isAfter(first.plusYears(1));
    }

    private static final Refusal NO_SUCH_ITEM =
            Refusal.notFound("no-such-action-item", "The session has no action item with this id.");

    private static final Refusal OWNERS_WORD =
            Refusal.forbidden(
                    "owner-only", "Only who promised an action item says that it was kept.");

    private static final Refusal NOT_HELD =
            Refusal.conflict(
                    "session-not-held",
                    "Nothing can be promised in a session that was cancelled or missed.");

    private static final Refusal TOO_MANY =
            Refusal.conflict(
                    "too-many-action-items",
                    "A session has at most "
                            + MOST_ITEMS
                            + " action items. Put the rest into the next one.");

    private static final Refusal UNKNOWN_OWNER =
            Refusal.invalid(
                    "unknown-owner", "The owner of an action item is a member of the session.");

    private static final Refusal DUE_OUT_OF_REACH =
            Refusal.invalid(
                    "due-out-of-reach",
                    "An action item is due between the session's day and a year later.");
}
