package org.peercoaching.matching.rounds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.people.People;
import org.peercoaching.matching.policies.ProgramPolicy;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** In the weeks of clock changes people have other hours in common than in the rest of the year. */
@ServiceTest
@Import(Rehearsal.class)
class ClockChangeTest {

    private final Rehearsal rehearsal;
    private final CandidateFinder finder;

    ClockChangeTest(Rehearsal rehearsal, People people) {
        this.rehearsal = rehearsal;
        this.finder = new CandidateFinder(people);
    }

    /** New York changes on 2026-03-08, Berlin on 2026-03-29. */
    @ParameterizedTest
    @CsvSource({
        // Six hours apart, in the weeks from March 2 and from March 30.
        "2026-02-25T12:00:00Z, 120",
        "2026-03-25T12:00:00Z, 120",
        // Five hours apart: the weeks from March 9 and from March 16.
        "2026-03-04T12:00:00Z, 180",
        "2026-03-15T23:59:59Z, 180",
        // On a Monday the week that has begun counts no more.
        "2026-03-02T00:00:00Z, 180"
    })
    void commonTimeIsThatOfTheFirstWholeWeekAfterTheRound(Instant now, int minutes) {
        String program = rehearsal.started();
        waits(
                program,
                "anna",
                "America/New_York",
                new WeeklySlot(DayOfWeek.MONDAY, "09:00", "12:00"));
        waits(program, "ben", "Europe/Berlin", new WeeklySlot(DayOfWeek.MONDAY, "14:00", "17:00"));
        Map<String, WeekTime> times = times(program, now);
        assertThat(time(times, program, "anna").minutes()).isEqualTo(180);
        assertThat(time(times, program, "ben").minutes()).isEqualTo(180);
        assertThat(time(times, program, "anna").common(time(times, program, "ben")))
                .isEqualTo(minutes);
    }

    @Test
    void anHourThatTheClocksSkipIsNobodysTimeAndOneThatComesTwiceCountsTwice() {
        String program = rehearsal.started();
        waits(program, "anna", "Europe/Berlin", new WeeklySlot(DayOfWeek.SUNDAY, "01:00", "04:00"));
        assertThat(sunday(program, "2026-03-18T12:00:00Z")).isEqualTo(120);
        assertThat(sunday(program, "2026-04-15T12:00:00Z")).isEqualTo(180);
        assertThat(sunday(program, "2026-10-14T12:00:00Z")).isEqualTo(240);
    }

    private int sunday(String program, String now) {
        return time(times(program, Instant.parse(now)), program, "anna").minutes();
    }

    private void waits(String program, String name, String zone, WeeklySlot slot) {
        String id = Rehearsal.id(program, name);
        rehearsal.profiles.keep(
                id,
                1,
                new MatchingProfile(
                        id,
                        null,
                        "/engineering",
                        4,
                        zone,
                        List.of("en"),
                        List.of(),
                        List.of(),
                        List.of(slot),
                        null));
        rehearsal.waitsUnknown(program, name);
    }

    private Map<String, WeekTime> times(String program, Instant now) {
        return finder.waiting(program, ProgramPolicy.STANDARD, now).orElseThrow().stream()
                .map(Entry::candidate)
                .map(candidate -> requireNonNull(candidate))
                .collect(Collectors.toMap(one -> one.id(), one -> one.time()));
    }

    private static WeekTime time(Map<String, WeekTime> times, String program, String name) {
        return requireNonNull(times.get(Rehearsal.id(program, name)));
    }
}
