package org.peercoaching.analytics.fact;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.DaySpans;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.CellKey;
import org.peercoaching.analytics.cell.Family;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.analytics.fact.EnrollmentFact.Bond;
import org.peercoaching.analytics.fact.EnrollmentFact.Meeting;
import org.peercoaching.analytics.fact.EnrollmentFact.Standing;
import org.peercoaching.events.EnrollmentEvent.Status;

/** What an enrollment counts: statuses, the first wait, stages reached, balance. */
final class EnrollmentRows {

    private final Standing standing;
    private final List<Bond> bonds;
    private final List<Meeting> held;
    private final ReportingZone zone;
    private final List<Long> person;
    private final Rows rows = new Rows();

    EnrollmentRows(Standing standing, EnrollmentFact fact, ReportingZone zone) {
        this.standing = standing;
        this.bonds =
                fact.bonds().values().stream()
                        .sorted(Comparator.comparing(Bond::startedAt))
                        .toList();
        this.held =
                fact.meetings().values().stream()
                        .filter(Meeting::held)
                        .sorted(Comparator.comparing(Meeting::startsAt))
                        .toList();
        this.zone = zone;
        this.person = List.of(standing.person());
    }

    Rows rows() {
        statuses();
        firstWait();
        stages();
        balance();
        return rows;
    }

    private void statuses() {
        boolean withdrawn = standing.status() == Status.WITHDRAWN;
        DaySpans enrolled = span(standing.appliedAt(), withdrawn ? standing.endedAt() : null);
        DaySpans matched =
                DaySpans.union(
                        bonds.stream()
                                .map(bond -> span(bond.startedAt(), bond.endedAt()))
                                .toList());
        DaySpans ready =
                standing.readyAt() == null
                        ? DaySpans.NEVER
                        : span(standing.readyAt(), standing.endedAt()).minus(matched);
        status("enrolled", enrolled);
        status("matched", matched);
        status("ready", ready);
    }

    private void status(String name, DaySpans holds) {
        for (DaySpans.Change change : holds.changes()) {
            rows.change(cell(Family.PEOPLE, change.day()), name, 1, change.begins(), person);
        }
    }

    /** From ready to the first relationship, or to the end without one, or not over yet. */
    private void firstWait() {
        if (standing.readyAt() == null) {
            return;
        }
        LocalDate began = day(standing.readyAt());
        Optional<Instant> matched = bonds.stream().map(Bond::startedAt).findFirst();
        Instant left = standing.endedAt();
        String outcome;
        if (matched.isPresent() && (left == null || !matched.get().isAfter(left))) {
            outcome = "matched:" + daysFrom(began, matched.get());
        } else if (left != null) {
            outcome = "left:" + daysFrom(began, left);
        } else {
            // The day is in the name: a question asks how long ago that is.
            outcome = "since:" + began.toEpochDay();
        }
        rows.add(cell(Family.WAIT, began), outcome, 1, "waits", person);
    }

    private long daysFrom(LocalDate began, Instant end) {
        return Math.max(0, DAYS.between(began, day(end)));
    }

    private void stages() {
        stage("applied", standing.appliedAt());
        stage("approved", standing.approvedAt());
        stage("oriented", standing.orientedAt());
        stage("charter-accepted", standing.charterAcceptedAt());
        stage("ready", standing.readyAt());
        stage("matched", bonds.isEmpty() ? null : bonds.getFirst().startedAt());
        stage("first-session", held.isEmpty() ? null : held.getFirst().startsAt());
        stage("third-session", held.size() < 3 ? null : held.get(2).startsAt());
        stage("completed", standing.status() == Status.COMPLETED ? standing.endedAt() : null);
    }

    private void stage(String name, @Nullable Instant reachedAt) {
        if (reachedAt != null) {
            rows.add(cell(Family.FUNNEL, day(reachedAt)), name, 1, name, person);
        }
    }

    /** The balance after each day's sessions, as what it changed by: changes add up to balances. */
    private void balance() {
        TreeMap<LocalDate, List<Meeting>> byDay = new TreeMap<>();
        held.forEach(meeting ->
                byDay.computeIfAbsent(day(meeting.startsAt()), key -> new ArrayList<>())
                        .add(meeting));
        Balance before = Balance.NONE;
        for (var sessions : byDay.entrySet()) {
            Balance now = before.and(sessions.getValue());
            if (!now.equals(before) && now.counts()) {
                CellKey cell = cell(Family.RECIPROCITY, sessions.getKey());
                rows.change(cell, "balanced", before.counts() ? 0 : 1, true, person);
                rows.add(cell, "millionths", now.index() - before.index(), "balanced+", person);
            }
            before = now;
        }
    }

    private DaySpans span(Instant from, @Nullable Instant until) {
        return until == null ? DaySpans.from(day(from)) : DaySpans.between(day(from), day(until));
    }

    private LocalDate day(Instant instant) {
        return zone.dayOf(instant);
    }

    private CellKey cell(Family family, LocalDate day) {
        return new CellKey(family, standing.program(), standing.unit(), day);
    }
}
