package org.peercoaching.matching.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.people.ReportingLines;
import org.peercoaching.matching.policies.ProgramPolicy;

/**
 * Everybody who waits for a match in a program, as the engine sees them. People and profiles are
 * read some at a time and forgotten at once: of 100,000 people no more is held than the engine
 * needs.
 */
final class CandidateFinder {

    private static final int AT_ONCE = 500;

    private final People people;

    CandidateFinder(People people) {
        this.people = people;
    }

    /**
     * Who waits, in the order of their ids; empty if of one of them no profile is known, for nobody
     * is left out in silence.
     *
     * @param now time in common is counted in the first whole week (UTC) after it
     */
    Optional<List<Entry>> waiting(String programId, ProgramPolicy policy, Instant now) {
        Collection all = new Collection(programId, policy, now);
        try (Meanwhile meanwhile = new Meanwhile()) {
            Pages pages = new Pages(page -> meanwhile.run(() -> all.add(page)));
            people.forEachCandidate(programId, pages::add);
            pages.end();
            meanwhile.await();
        }
        return all.entries();
    }

    /** People as they come, some at a time. */
    private static final class Pages {

        private final Consumer<List<Person>> action;
        private List<Person> page = new ArrayList<>();

        private Pages(Consumer<List<Person>> action) {
            this.action = action;
        }

        private void add(Person person) {
            page.add(person);
            if (page.size() == AT_ONCE) {
                end();
            }
        }

        private void end() {
            action.accept(page);
            page = new ArrayList<>();
        }
    }

    /** A collection under way. */
    private final class Collection {

        private final String programId;
        private final ProgramPolicy policy;
        private final Instant now;
        private final Traits traits;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, String> managers = new HashMap<>();
        private boolean incomplete;

        private Collection(String programId, ProgramPolicy policy, Instant now) {
            this.programId = programId;
            this.policy = policy;
            this.now = now;
            this.traits =
                    new Traits(
                            LocalDate.ofInstant(now, ZoneOffset.UTC)
                                    .with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        }

        private void add(List<Person> page) {
            Map<String, MatchingProfile> profiles =
                    people.profiles(page.stream().map(Person::participantId).toList()).stream()
                            .collect(
                                    Collectors.toMap(
                                            MatchingProfile::participantId, Function.identity()));
            page.forEach(person -> add(person, profiles.get(person.participantId())));
        }

        private void add(Person person, @Nullable MatchingProfile profile) {
            if (profile == null) {
                incomplete = true;
                return;
            }
            Member seat = person.seatIn(programId).orElseThrow();
            if (profile.managerId() != null) {
                managers.put(seat.participantId(), traits.shared(profile.managerId()));
            }
            Candidate candidate =
                    person.openMatches() >= policy.capacity() ? null : candidate(person, profile);
            entries.add(new Entry(seat, traits.shared(profile.zone()), candidate));
        }

        /** Without those above: who they are is known when all are read. */
        private Candidate candidate(Person person, MatchingProfile profile) {
            return traits.candidate(
                    profile,
                    Set.of(),
                    person.keptApart(policy.partnersSince(now)),
                    person.waited(programId));
        }

        private Optional<List<Entry>> entries() {
            if (incomplete) {
                return Optional.empty();
            }
            ReportingLines lines = people.linesAbove(managers);
            return Optional.of(
                    entries.stream()
                            .map(entry -> complete(entry, lines))
                            .sorted(Comparator.comparing(Entry::id))
                            .toList());
        }

        private static Entry complete(Entry entry, ReportingLines lines) {
            Candidate c = entry.candidate();
            return c == null
                    ? entry
                    : new Entry(entry.seat(), entry.zone(), c.below(lines.superiors(c.id())));
        }
    }
}
