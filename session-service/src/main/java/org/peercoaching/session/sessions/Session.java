package org.peercoaching.session.sessions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Member;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.session.relationships.Relationship;
import org.peercoaching.session.relationships.Slot;
import org.peercoaching.session.relationships.Terms;

/**
 * A session. What can be done with it stands in {@link Scheduling}, {@link Reporting} and {@link
 * Promises}.
 *
 * @param terms of its relationship
 * @param relationshipEnded from then on it cannot be moved
 * @param report null until it was held
 * @param actionItems in the order they were written down
 */
public record Session(
        String id,
        String relationshipId,
        Terms terms,
        Slot slot,
        Status status,
        boolean relationshipEnded,
        @Nullable Report report,
        List<ActionItem> actionItems) {

    static Session scheduled(String id, String relationshipId, Terms terms, Slot slot) {
        return new Session(
                id, relationshipId, terms, slot, Status.SCHEDULED, false, null, List.of());
    }

    boolean isOf(Relationship relationship) {
        return relationshipId.equals(relationship.id());
    }

    boolean isScheduled() {
        return status == Status.SCHEDULED;
    }

    Optional<Report> held() {
        return Optional.ofNullable(report);
    }

    Session in(Status next) {
        return new Session(
                id, relationshipId, terms, slot, next, relationshipEnded, report, actionItems);
    }

    Session at(Slot next) {
        return new Session(
                id, relationshipId, terms, next, status, relationshipEnded, report, actionItems);
    }

    Session afterRelationship() {
        return new Session(id, relationshipId, terms, slot, status, true, report, actionItems);
    }

    Session held(Report word) {
        Status next = word.confirmedBy().size() > 1 ? Status.CONFIRMED : Status.REPORTED;
        return new Session(
                id, relationshipId, terms, slot, next, relationshipEnded, word, actionItems);
    }

    Session with(List<ActionItem> items) {
        return new Session(
                id, relationshipId, terms, slot, status, relationshipEnded, report, items);
    }

    /** The session as its events carry it. */
    SessionEvent.Session fact() {
        return new SessionEvent.Session(
                id,
                relationshipId,
                terms.programId(),
                terms.cadenceDays(),
                terms.circle(),
                status,
                slot.startsAt(),
                slot.minutes(),
                held().map(Report::minutes).orElse(0),
                terms.members().stream().map(this::attendance).toList());
    }

    /** Who was there as a report says, in the order of the members. */
    List<String> there(Report word) {
        return terms.members().stream().map(Member::participantId).filter(word::attended).toList();
    }

    private SessionEvent.Attendance attendance(Member member) {
        String who = member.participantId();
        List<String> there = held().map(this::there).orElse(List.of());
        return held().map(word ->
                        new SessionEvent.Attendance(
                                member,
                                word.attended(who),
                                word.confirmedBy(who),
                                word.minutesAsCoachee(who),
                                word.minutesAsCoach(who, there)))
                .orElseGet(() -> new SessionEvent.Attendance(member, false, false, 0, 0));
    }
}
