package org.peercoaching.matching.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

/**
 * A person as matching sees them. It hears of enrollments, matches and relationships in any order,
 * and of ends before beginnings. What the person said of others, and of their own matches, stays in
 * this document: it is read by those rules alone that need it, and shown to the person alone.
 *
 * @param left whether they left the organization
 * @param enrollments by enrollment id
 * @param ties by match id: the matches they were or are in, of all programs
 * @param gaveUp match ids of the ties that the person themselves declined or gave up
 * @param leftOut by program id: rounds that found nobody for the person
 * @param vetoes participant ids of people with whom they do not want to be matched, sorted
 * @param candidateIn derived from the rest: programs in which the person waits for a match
 */
public record Person(
        String participantId,
        boolean left,
        Map<String, Enrollment> enrollments,
        Map<String, Tie> ties,
        List<String> gaveUp,
        Map<String, LeftOut> leftOut,
        List<String> vetoes,
        List<String> candidateIn) {

    /**
     * Enough to be safe from some people, and too few to choose a partner by excluding the rest.
     */
    static final int MOST_VETOES = 20;

    /**
     * One enrollment.
     *
     * @param unit org unit at enrollment
     * @param ready whether they may be matched as far as the enrollment goes
     */
    public record Enrollment(String programId, String unit, boolean ready) {}

    /**
     * A match with others.
     *
     * @param partners participant ids of the others
     * @param endedAt null while it is open
     */
    public record Tie(
            String programId, List<String> partners, Instant startedAt, @Nullable Instant endedAt) {

        /** Whether the partners still coach each other, or are about to. */
        public boolean open() {
            return endedAt == null;
        }
    }

    /** Somebody of whom nothing is known yet. */
    public static Person unknown(String participantId) {
        return new Person(
                participantId,
                false,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    /** The directory says whether they work here. */
    public Person directory(boolean nowLeft) {
        return of(nowLeft, enrollments, ties);
    }

    /** An enrollment began or changed. */
    public Person enrolled(EnrollmentEvent.Enrollment enrollment) {
        Map<String, Enrollment> changed = new HashMap<>(enrollments);
        changed.put(
                enrollment.enrollmentId(),
                new Enrollment(enrollment.programId(), enrollment.unit(), enrollment.ready()));
        return of(left, changed, ties);
    }

    /** A match began or ended. */
    public Person tied(String matchId, Tie tie) {
        Map<String, Tie> changed = new HashMap<>(ties);
        changed.put(matchId, tie);
        return of(left, enrollments, changed);
    }

    /**
     * A match takes hold of the person, if they still wait for one in its program. Asked again by
     * the same match the answer is yes.
     *
     * @param capacity how many open matches of all programs they may have
     */
    public Decision<Person> join(String matchId, Tie tie, int capacity) {
        if (ties.containsKey(matchId)) {
            return Decision.accepted(this);
        }
        if (openMatches() >= capacity) {
            return Decision.rejected(NOT_WAITING);
        }
        return candidateIn.contains(tie.programId())
                ? Decision.accepted(tied(matchId, tie))
                : Decision.rejected(NOT_WAITING);
    }

    /** A match that did not come about lets go of the person. */
    public Person release(String matchId) {
        Map<String, Tie> changed = new HashMap<>(ties);
        changed.remove(matchId);
        return of(left, enrollments, changed);
    }

    /**
     * The person declines a match, or asks for another partner. Who did so does not go first in the
     * next round; nobody else is told who it was.
     */
    Decision<Person> giveUp(String matchId) {
        @Nullable Tie tie = ties.get(matchId);
        if (tie == null) {
            return Decision.rejected(NOT_TIED);
        }
        return tie.open() && !gaveUp.contains(matchId)
                ? Decision.accepted(
                        in(left, enrollments, ties, with(gaveUp, matchId), leftOut, vetoes))
                : Decision.accepted(this);
    }

    /**
     * A round that was published at an instant found nobody for the person. Told again, it counts
     * once; told late, after a later round or match, it counts no more.
     *
     * @param counts whether the person goes first for it
     */
    Decision<Person> leftOutBy(String roundId, String programId, Instant at, boolean counts) {
        if (!isCandidateIn(programId)) {
            return Decision.rejected(NOT_WAITING);
        }
        @Nullable LeftOut before = leftOut.get(programId);
        if (matchedAfter(programId, at) || (before != null && !before.at().isBefore(at))) {
            return Decision.accepted(this);
        }
        Map<String, LeftOut> changed = new HashMap<>(leftOut);
        changed.put(
                programId,
                new LeftOut(
                        leftOutOf(programId).map(LeftOut::rounds).orElse(0) + (counts ? 1 : 0),
                        roundId,
                        at));
        return Decision.accepted(in(left, enrollments, ties, gaveUp, changed, vetoes));
    }

    /** The person does not want to be matched with another. Said again, it stays as it is. */
    Decision<Person> veto(String other) {
        if (other.equals(participantId)) {
            return Decision.rejected(VETO_OF_ONESELF);
        }
        if (vetoes.contains(other)) {
            return Decision.accepted(this);
        }
        return vetoes.size() < MOST_VETOES
                ? Decision.accepted(
                        in(left, enrollments, ties, gaveUp, leftOut, with(vetoes, other)))
                : Decision.rejected(TOO_MANY_VETOES);
    }

    /** The person takes a veto back; one that was never said is taken back, too. */
    Person takeBack(String other) {
        List<String> others = vetoes.stream().filter(id -> !id.equals(other)).toList();
        return in(left, enrollments, ties, gaveUp, leftOut, others);
    }

    /** Rounds of a program that found nobody for the person since their last match in it. */
    public Optional<LeftOut> leftOutOf(String programId) {
        return Optional.ofNullable(leftOut.get(programId))
                .filter(out -> !matchedAfter(programId, out.at()));
    }

    /**
     * How far the person goes first in the next round of a program: the rounds that found nobody
     * for them, and one more if their last match ended and not by themselves.
     */
    public int waited(String programId) {
        return leftOutOf(programId).map(LeftOut::rounds).orElse(0)
                + (isDeserted(programId) ? 1 : 0);
    }

    /** Whether the person's last match in a program has ended, and not by themselves. */
    public boolean isDeserted(String programId) {
        return lastTie(programId)
                .filter(tie -> !tie.getValue().open() && !gaveUp.contains(tie.getKey()))
                .isPresent();
    }

    /** The last match of a program that the person was or is in, with its id. */
    public Optional<Map.Entry<String, Tie>> lastTie(String programId) {
        return ties.entrySet().stream()
                .filter(tie -> tie.getValue().programId().equals(programId))
                .max(
                        Comparator.comparing(
                                        (Map.Entry<String, Tie> tie) -> tie.getValue().startedAt())
                                .thenComparing(Map.Entry.comparingByKey()));
    }

    private boolean matchedAfter(String programId, Instant at) {
        return ties.values().stream()
                .anyMatch(tie -> tie.programId().equals(programId) && tie.startedAt().isAfter(at));
    }

    /** Whether they wait for a match in a program. */
    public boolean isCandidateIn(String programId) {
        return candidateIn.contains(programId);
    }

    /** Whether they are, or were, enrolled in a program. */
    public boolean knows(String programId) {
        return enrollments.values().stream()
                .anyMatch(enrollment -> enrollment.programId().equals(programId));
    }

    /** Their seat by the enrollment with which they wait in a program. */
    public Optional<Member> seatIn(String programId) {
        return enrollments.entrySet().stream()
                .filter(entry ->
                        entry.getValue().ready() && entry.getValue().programId().equals(programId))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Member(participantId, entry.getKey(), entry.getValue().unit()))
                .findFirst();
    }

    /** How many matches are open, in all programs. */
    public int openMatches() {
        return (int) ties.values().stream().filter(Tie::open).count();
    }

    /**
     * Whom the person must not be matched with, as far as this document says: partners of matches
     * in any program that were open at or after an instant, and whom they vetoed. Nobody learns
     * which of these it is.
     */
    public Set<String> keptApart(Instant since) {
        Stream<String> partners =
                ties.values().stream()
                        .filter(tie -> tie.endedAt() == null || !tie.endedAt().isBefore(since))
                        .flatMap(tie -> tie.partners().stream());
        return Stream.concat(partners, vetoes.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> with(List<String> ids, String added) {
        return Stream.concat(ids.stream(), Stream.of(added)).sorted().toList();
    }

    private Person of(
            boolean nowLeft, Map<String, Enrollment> nowEnrolled, Map<String, Tie> nowTied) {
        return in(nowLeft, nowEnrolled, nowTied, gaveUp, leftOut, vetoes);
    }

    private Person in(
            boolean nowLeft,
            Map<String, Enrollment> nowEnrolled,
            Map<String, Tie> nowTied,
            List<String> nowGaveUp,
            Map<String, LeftOut> nowLeftOut,
            List<String> nowVetoes) {
        Set<String> waiting = new TreeSet<>();
        if (!nowLeft) {
            nowEnrolled.values().stream()
                    .filter(Enrollment::ready)
                    .forEach(enrollment -> waiting.add(enrollment.programId()));
            nowTied.values().stream()
                    .filter(Tie::open)
                    .forEach(tie -> waiting.remove(tie.programId()));
        }
        return new Person(
                participantId,
                nowLeft,
                nowEnrolled,
                nowTied,
                nowGaveUp,
                nowLeftOut,
                nowVetoes,
                List.copyOf(waiting));
    }

    private static final Refusal NOT_TIED =
            Refusal.notFound("no-such-match", "You are in no match with this id.");

    private static final Refusal VETO_OF_ONESELF =
            Refusal.invalid("veto-of-oneself", "Nobody is matched with themselves.");

    private static final Refusal TOO_MANY_VETOES =
            Refusal.conflict(
                    "too-many-vetoes",
                    "You can name at most "
                            + MOST_VETOES
                            + " people you do not want to be matched with. Take one back first.");

    private static final Refusal NOT_WAITING =
            Refusal.conflict(
                    "not-waiting",
                    "This person no longer waits for a match in this program. Compute a new round.");
}
