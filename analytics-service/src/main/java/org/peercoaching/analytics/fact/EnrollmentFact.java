package org.peercoaching.analytics.fact;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Session;

/**
 * One participant in one program: the enrollment itself, its relationships and its sessions. It
 * counts from the moment the enrollment itself was heard of, whatever came before.
 *
 * @param bonds relationships by id
 * @param meetings sessions by id
 */
public record EnrollmentFact(
        @Nullable Standing standing, Map<String, Bond> bonds, Map<String, Meeting> meetings)
        implements Fact {

    static final EnrollmentFact UNHEARD = new EnrollmentFact(null, Map.of(), Map.of());

    /**
     * The enrollment itself.
     *
     * @param seen the last sequence of it
     * @param person the first 64 bits of the participant id
     */
    public record Standing(
            long seen,
            long person,
            String program,
            String unit,
            Status status,
            Instant appliedAt,
            @Nullable Instant approvedAt,
            @Nullable Instant orientedAt,
            @Nullable Instant charterAcceptedAt,
            @Nullable Instant readyAt,
            @Nullable Instant endedAt) {}

    /**
     * A relationship of the participant.
     *
     * @param seen the last sequence of it
     */
    public record Bond(long seen, Instant startedAt, @Nullable Instant endedAt) {}

    /**
     * A session of the participant.
     *
     * @param seen the last sequence of it
     * @param coachMinutes minutes the participant coached
     * @param coacheeMinutes minutes the participant was coached
     */
    public record Meeting(
            long seen, Instant startsAt, boolean held, int coachMinutes, int coacheeMinutes) {}

    @Override
    public Optional<Fact> after(String id, PublishedEvent published) {
        long sequence = published.sequence();
        return switch (published.event()) {
            case EnrollmentEvent event -> heard(sequence, event.enrollment());
            case RelationshipEvent event -> heard(sequence, event.relationship());
            case SessionEvent event -> heard(id, sequence, event.session());
            default -> Optional.empty();
        };
    }

    private Optional<Fact> heard(long sequence, Enrollment enrollment) {
        if (standing != null && standing.seen() >= sequence) {
            return Optional.empty();
        }
        Standing now =
                new Standing(
                        sequence,
                        Person.bits(enrollment.participantId()),
                        enrollment.programId(),
                        enrollment.unit(),
                        enrollment.status(),
                        enrollment.appliedAt(),
                        enrollment.approvedAt(),
                        enrollment.orientedAt(),
                        enrollment.charterAcceptedAt(),
                        enrollment.readyAt(),
                        enrollment.endedAt());
        return Optional.of(new EnrollmentFact(now, bonds, meetings));
    }

    private Optional<Fact> heard(long sequence, Relationship relationship) {
        String id = relationship.relationshipId();
        Bond before = bonds.get(id);
        if (before != null && before.seen() >= sequence) {
            return Optional.empty();
        }
        Bond now = new Bond(sequence, relationship.startedAt(), relationship.endedAt());
        return Optional.of(new EnrollmentFact(standing, with(bonds, id, now), meetings));
    }

    private Optional<Fact> heard(String enrollmentId, long sequence, Session session) {
        String id = session.sessionId();
        Meeting before = meetings.get(id);
        if (before != null && before.seen() >= sequence) {
            return Optional.empty();
        }
        return session.attendance().stream()
                .filter(seat -> seat.member().enrollmentId().equals(enrollmentId))
                .findFirst()
                .map(seat ->
                        new Meeting(
                                sequence,
                                session.startsAt(),
                                session.status().held() && seat.attended(),
                                seat.coachMinutes(),
                                seat.coacheeMinutes()))
                .map(now -> new EnrollmentFact(standing, bonds, with(meetings, id, now)));
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    @Override
    public Rows rows(ReportingZone zone) {
        return standing == null ? new Rows() : new EnrollmentRows(standing, this, zone).rows();
    }
}
