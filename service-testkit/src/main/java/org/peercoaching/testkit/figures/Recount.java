package org.peercoaching.testkit.figures;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.ExchangeEvent.Exchange;
import org.peercoaching.events.GoalEvent;
import org.peercoaching.events.GoalEvent.Goal;
import org.peercoaching.events.Member;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Attendance;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.TallyEvent;
import org.peercoaching.events.TallyEvent.Tally;

/**
 * The figures by the plainest way: the last event of each aggregate, gone through day by day. It
 * shares no line with analytics-service, so that each can be held against the other. A unit is
 * taken without those below it, and null stands for the whole program.
 */
public final class Recount {

    private final ZoneId zone;
    private final List<Enrollment> enrollments;
    private final List<Relationship> relationships;
    private final List<Session> sessions;
    private final List<Goal> goals;
    private final List<Exchange> exchanges;
    private final List<Tally> tallies;
    private final Map<String, List<Relationship>> bonds = new HashMap<>();
    private final Map<String, List<Session>> held = new HashMap<>();

    /**
     * A recount.
     *
     * @param events of one program, in any order, repeats included
     * @param zone whose days are counted
     */
    public Recount(Collection<PublishedEvent> events, ZoneId zone) {
        this.zone = zone;
        Map<String, PublishedEvent> last = new TreeMap<>();
        events.forEach(event ->
                last.merge(
                        event.source(),
                        event,
                        (one, other) -> one.sequence() >= other.sequence() ? one : other));
        List<CoachingEvent> states = last.values().stream().map(PublishedEvent::event).toList();
        enrollments = of(states, EnrollmentEvent.class).map(EnrollmentEvent::enrollment).toList();
        relationships =
                of(states, RelationshipEvent.class).map(RelationshipEvent::relationship).toList();
        sessions = of(states, SessionEvent.class).map(SessionEvent::session).toList();
        goals = of(states, GoalEvent.class).map(GoalEvent::goal).toList();
        exchanges = of(states, ExchangeEvent.class).map(ExchangeEvent::exchange).toList();
        tallies = of(states, TallyEvent.class).map(TallyEvent::tally).toList();
        for (Enrollment each : enrollments) {
            bonds.put(each.enrollmentId(), bondsOf(each));
            held.put(each.enrollmentId(), heldBy(each));
        }
    }

    private static <E> Stream<E> of(List<CoachingEvent> states, Class<E> type) {
        return states.stream().filter(type::isInstance).map(type::cast);
    }

    /** The units in which anybody enrolled, or answers were counted. */
    public Set<String> units() {
        return Stream.concat(
                        enrollments.stream().map(Enrollment::unit),
                        tallies.stream().map(Tally::unit))
                .collect(Collectors.toSet());
    }

    /** Everybody enrolled, ready or matched at the end of a day. */
    public Set<String> people(String status, @Nullable String unit, LocalDate day) {
        return in(unit).filter(each ->
                        switch (status) {
                            case "enrolled" ->
                                    by(each.appliedAt(), day)
                                            && !(each.status() == EnrollmentEvent.Status.WITHDRAWN
                                                    && by(each.endedAt(), day));
                            case "matched" -> isMatched(each, day);
                            case "ready" ->
                                    by(each.readyAt(), day)
                                            && !by(each.endedAt(), day)
                                            && !isMatched(each, day);
                            default -> throw new IllegalArgumentException(status);
                        })
                .map(Enrollment::participantId)
                .collect(Collectors.toSet());
    }

    private Stream<Enrollment> in(@Nullable String unit) {
        return enrollments.stream().filter(each -> unit == null || each.unit().equals(unit));
    }

    private boolean isMatched(Enrollment enrollment, LocalDate day) {
        return bonds(enrollment)
                .anyMatch(bond -> by(bond.startedAt(), day) && !by(bond.endedAt(), day));
    }

    private Stream<Relationship> bonds(Enrollment enrollment) {
        return bonds.getOrDefault(enrollment.enrollmentId(), List.of()).stream();
    }

    private List<Relationship> bondsOf(Enrollment enrollment) {
        return relationships.stream()
                .filter(bond ->
                        bond.members().stream()
                                .anyMatch(member ->
                                        member.enrollmentId().equals(enrollment.enrollmentId())))
                .toList();
    }

    /** The outcomes of the waits that began on a day, in words. */
    public List<String> waits(@Nullable String unit, LocalDate day) {
        List<String> outcomes = new ArrayList<>();
        in(unit).filter(each -> on(each.readyAt(), day))
                .forEach(each -> {
                    Instant matched =
                            bonds(each)
                                    .map(Relationship::startedAt)
                                    .min(Comparator.naturalOrder())
                                    .orElse(null);
                    Instant left = each.endedAt();
                    if (matched != null && (left == null || !matched.isAfter(left))) {
                        outcomes.add("matched:" + Math.max(0, DAYS.between(day, day(matched))));
                    } else if (left != null) {
                        outcomes.add("left:" + Math.max(0, DAYS.between(day, day(left))));
                    } else {
                        outcomes.add("since:" + day.toEpochDay());
                    }
                });
        return outcomes.stream().sorted().toList();
    }

    /** The people whose wait began on a day. */
    Set<String> waiting(@Nullable String unit, LocalDate day) {
        return ids(in(unit).filter(each -> on(each.readyAt(), day)));
    }

    /** How many people first reached a stage on a day. */
    public long stage(String stage, @Nullable String unit, LocalDate day) {
        return in(unit).filter(each -> on(reached(stage, each), day)).count();
    }

    /** The people who first reached a stage on a day. */
    Set<String> reaching(String stage, @Nullable String unit, LocalDate day) {
        return ids(in(unit).filter(each -> on(reached(stage, each), day)));
    }

    private static Set<String> ids(Stream<Enrollment> enrollments) {
        return enrollments.map(Enrollment::participantId).collect(Collectors.toSet());
    }

    private @Nullable Instant reached(String stage, Enrollment each) {
        return switch (stage) {
            case "applied" -> each.appliedAt();
            case "approved" -> each.approvedAt();
            case "oriented" -> each.orientedAt();
            case "charter-accepted" -> each.charterAcceptedAt();
            case "ready" -> each.readyAt();
            case "matched" ->
                    bonds(each)
                            .map(Relationship::startedAt)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
            case "first-session" -> held(each).findFirst().map(Session::startsAt).orElse(null);
            case "third-session" ->
                    held(each).skip(2).findFirst().map(Session::startsAt).orElse(null);
            case "completed" ->
                    each.status() == EnrollmentEvent.Status.COMPLETED ? each.endedAt() : null;
            default -> throw new IllegalArgumentException(stage);
        };
    }

    private Stream<Session> held(Enrollment enrollment) {
        return held.getOrDefault(enrollment.enrollmentId(), List.of()).stream();
    }

    private List<Session> heldBy(Enrollment enrollment) {
        return sessions.stream()
                .filter(session -> session.status().held())
                .filter(session -> seat(session, enrollment) != null)
                .sorted(Comparator.comparing(Session::startsAt))
                .toList();
    }

    /** Who stayed away from a session that was held has no seat in it. */
    private static Stream<Attendance> taken(Session session) {
        return session.attendance().stream()
                .filter(seat -> seat.attended() || !session.status().held());
    }

    private static @Nullable Attendance seat(Session session, Enrollment enrollment) {
        return taken(session)
                .filter(seat -> seat.member().enrollmentId().equals(enrollment.enrollmentId()))
                .findFirst()
                .orElse(null);
    }

    /** The balances in millionths of those who have 60 minutes by the end of a day. */
    public List<Long> balances(@Nullable String unit, LocalDate day) {
        return List.copyOf(balancesByPerson(unit, day).values());
    }

    /** The same, by person. */
    Map<String, Long> balancesByPerson(@Nullable String unit, LocalDate day) {
        Map<String, Long> balances = new TreeMap<>();
        in(unit).forEach(each -> {
            List<Attendance> seats =
                    held(each)
                            .filter(session -> by(session.startsAt(), day))
                            .map(session -> seat(session, each))
                            .toList();
            long coach = seats.stream().mapToLong(Attendance::coachMinutes).sum();
            long coachee = seats.stream().mapToLong(Attendance::coacheeMinutes).sum();
            if (coach + coachee >= 60) {
                balances.put(
                        each.participantId(),
                        1_000_000
                                - Math.round(
                                        1_000_000.0
                                                * Math.abs(coach - coachee)
                                                / (coach + coachee)));
            }
        });
        return balances;
    }

    /** Relationships in use at the end of a day; in a unit their seats there. */
    public long active(@Nullable String unit, LocalDate day) {
        return inUse(day)
                .mapToLong(each -> unit == null ? 1 : seats(each.members().stream(), unit))
                .sum();
    }

    /** The members of a unit in relationships in use at the end of a day. */
    Set<String> activeMembers(@Nullable String unit, LocalDate day) {
        return inUse(day)
                .flatMap(each -> each.members().stream())
                .filter(member -> unit == null || member.unit().equals(unit))
                .map(Member::participantId)
                .collect(Collectors.toSet());
    }

    private Stream<Relationship> inUse(LocalDate day) {
        return relationships.stream()
                .filter(each -> by(each.startedAt(), day) && !by(each.endedAt(), day))
                .filter(each ->
                        sessions.stream()
                                .anyMatch(session ->
                                        session.relationshipId().equals(each.relationshipId())
                                                && session.status().held()
                                                && by(session.startsAt(), day)
                                                && DAYS.between(day(session.startsAt()), day)
                                                        < Math.max(30, 2 * each.cadenceDays())));
    }

    private static long seats(Stream<Member> members, String unit) {
        return members.filter(member -> member.unit().equals(unit)).count();
    }

    /** Sessions of a day with one of some outcomes; in a unit their seats there. */
    public long sessions(Set<SessionEvent.Status> outcomes, @Nullable String unit, LocalDate day) {
        return sessions.stream()
                .filter(each -> outcomes.contains(each.status()) && on(each.startsAt(), day))
                .mapToLong(
                        each -> unit == null ? 1 : seats(taken(each).map(Attendance::member), unit))
                .sum();
    }

    /** Minutes of a day in which somebody was coached. */
    public long coachedMinutes(@Nullable String unit, LocalDate day) {
        return sessions.stream()
                .filter(each -> each.status().held() && on(each.startsAt(), day))
                .flatMap(Recount::taken)
                .filter(seat -> unit == null || seat.member().unit().equals(unit))
                .mapToLong(Attendance::coacheeMinutes)
                .sum();
    }

    /** Goals set, or achieved, on a day. */
    public long goals(boolean achieved, @Nullable String unit, LocalDate day) {
        return goalsOn(achieved, unit, day).count();
    }

    /** The people who set, or achieved, a goal on a day. */
    Set<String> goalOwners(boolean achieved, @Nullable String unit, LocalDate day) {
        return goalsOn(achieved, unit, day).map(Goal::participantId).collect(Collectors.toSet());
    }

    private Stream<Goal> goalsOn(boolean achieved, @Nullable String unit, LocalDate day) {
        return goals.stream()
                .filter(each -> unit == null || each.unit().equals(unit))
                .filter(each -> on(achieved ? each.achievedAt() : each.setAt(), day));
    }

    /** Requests whose window closes on a day; all or the answered ones. */
    public long requests(boolean answered, @Nullable String unit, LocalDate day) {
        return requestsOf(unit, day).filter(each -> !answered || each.answeredAt() != null).count();
    }

    /** The people asked in a window that closes on a day. */
    Set<String> asked(@Nullable String unit, LocalDate day) {
        return requestsOf(unit, day)
                .map(each -> each.giver().participantId())
                .collect(Collectors.toSet());
    }

    private Stream<ExchangeEvent.Request> requestsOf(@Nullable String unit, LocalDate day) {
        return exchanges.stream()
                .filter(each -> on(each.windowEndsAt(), day))
                .flatMap(each -> each.requests().stream())
                .filter(each -> unit == null || each.giver().unit().equals(unit));
    }

    /** How often usefulness was rated with a number in the week that ends on a day. */
    public long useful(int rating, @Nullable String unit, LocalDate day) {
        return talliesOf(unit, day)
                .flatMap(each -> each.dimensions().stream())
                .filter(each -> each.dimension() == TallyEvent.Dimension.USEFULNESS)
                .mapToLong(each -> each.counts().get(rating - 1))
                .sum();
    }

    /** How many people at least gave the ratings of the week that ends on a day. */
    long givers(@Nullable String unit, LocalDate day) {
        return talliesOf(unit, day).mapToLong(Tally::givers).max().orElse(0);
    }

    private Stream<Tally> talliesOf(@Nullable String unit, LocalDate day) {
        String week =
                "%d-W%02d"
                        .formatted(
                                day.get(IsoFields.WEEK_BASED_YEAR),
                                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return tallies.stream()
                .filter(each -> unit == null || each.unit().equals(unit))
                .filter(each -> each.week().equals(week) && day.getDayOfWeek().getValue() == 7);
    }

    /** The people with a seat in a held session of some days. */
    public Set<String> peopleInSessions(@Nullable String unit, LocalDate from, LocalDate to) {
        return peopleInSessions(
                Set.of(SessionEvent.Status.REPORTED, SessionEvent.Status.CONFIRMED),
                unit,
                from,
                to);
    }

    /** The people with a seat in a session of some days with one of some outcomes. */
    Set<String> peopleInSessions(
            Set<SessionEvent.Status> outcomes,
            @Nullable String unit,
            LocalDate from,
            LocalDate to) {
        return sessions.stream()
                .filter(each -> outcomes.contains(each.status()))
                .filter(each -> !day(each.startsAt()).isBefore(from))
                .filter(each -> !day(each.startsAt()).isAfter(to))
                .flatMap(Recount::taken)
                .filter(seat -> unit == null || seat.member().unit().equals(unit))
                .map(seat -> seat.member().participantId())
                .collect(Collectors.toSet());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private boolean on(@Nullable Instant instant, LocalDate day) {
        return instant != null && day(instant).equals(day);
    }

    private boolean by(@Nullable Instant instant, LocalDate day) {
        return instant != null && !day(instant).isAfter(day);
    }
}
