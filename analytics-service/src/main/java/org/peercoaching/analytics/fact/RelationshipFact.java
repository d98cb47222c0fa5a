package org.peercoaching.analytics.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.DaySpans;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Session;

/**
 * A relationship and its sessions: whether it is in use.
 *
 * @param course the relationship itself, once heard of
 * @param meetings sessions by id
 */
public record RelationshipFact(@Nullable Course course, Map<String, Meeting> meetings)
        implements Fact {

    static final RelationshipFact UNHEARD = new RelationshipFact(null, Map.of());

    /** A session keeps a relationship active for so many cadences, and at least so many days. */
    private static final int CADENCES = 2;

    private static final int LEAST_DAYS = 30;

    /**
     * The relationship itself.
     *
     * @param seen the last sequence of it
     */
    public record Course(
            long seen,
            String program,
            int cadenceDays,
            List<Seat> seats,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * A session of the relationship.
     *
     * @param seen the last sequence of it
     */
    public record Meeting(long seen, Instant startsAt, boolean held) {}

    @Override
    public Optional<Fact> after(String id, PublishedEvent published) {
        return switch (published.event()) {
            case RelationshipEvent event -> heard(published.sequence(), event.relationship());
            case SessionEvent event -> heard(published.sequence(), event.session());
            default -> Optional.empty();
        };
    }

    private Optional<Fact> heard(long sequence, Relationship relationship) {
        if (course != null && course.seen() >= sequence) {
            return Optional.empty();
        }
        Course now =
                new Course(
                        sequence,
                        relationship.programId(),
                        relationship.cadenceDays(),
                        relationship.members().stream().map(Seat::of).toList(),
                        relationship.startedAt(),
                        relationship.endedAt());
        return Optional.of(new RelationshipFact(now, meetings));
    }

    private Optional<Fact> heard(long sequence, Session session) {
        Meeting before = meetings.get(session.sessionId());
        if (before != null && before.seen() >= sequence) {
            return Optional.empty();
        }
        Map<String, Meeting> changed = new HashMap<>(meetings);
        changed.put(
                session.sessionId(),
                new Meeting(sequence, session.startsAt(), session.status().held()));
        return Optional.of(new RelationshipFact(course, changed));
    }

    @Override
    public Rows rows(ReportingZone zone) {
        Rows rows = new Rows();
        if (course == null) {
            return rows;
        }
        for (DaySpans.Change change : active(course, zone).changes()) {
            change(rows, course, CellKey.UNCUT, change, 1, course.seats());
            Seat.byUnit(course.seats())
                    .forEach((unit, seats) ->
                            change(rows, course, unit, change, seats.size(), seats));
        }
        return rows;
    }

    private static void change(
            Rows rows,
            Course course,
            String unit,
            DaySpans.Change change,
            int amount,
            List<Seat> seats) {
        rows.change(
                new CellKey(Family.RELATIONSHIP, course.program(), unit, change.day()),
                "active",
                amount,
                change.begins(),
                Seat.people(seats));
    }

    private DaySpans active(Course of, ReportingZone zone) {
        int days = Math.max(CADENCES * of.cadenceDays(), LEAST_DAYS);
        DaySpans inUse =
                DaySpans.union(
                        meetings.values().stream()
                                .filter(Meeting::held)
                                .map(meeting -> zone.dayOf(meeting.startsAt()))
                                .map(day -> DaySpans.between(day, day.plusDays(days)))
                                .toList());
        LocalDate from = zone.dayOf(of.startedAt());
        DaySpans open =
                of.endedAt() == null
                        ? DaySpans.from(from)
                        : DaySpans.between(from, zone.dayOf(of.endedAt()));
        return inUse.and(open);
    }
}
