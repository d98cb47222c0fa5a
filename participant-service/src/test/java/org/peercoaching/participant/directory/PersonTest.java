package org.peercoaching.participant.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.MatchingProfileEvent.Meeting;
import org.peercoaching.events.ParticipantEvent.ParticipantChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantLeft;
import org.peercoaching.events.ParticipantEvent.ParticipantRegistered;
import org.peercoaching.events.ParticipantEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Decision.Accepted;
import org.peercoaching.participant.directory.Person.Standing;

class PersonTest {

    private static final Instant THEN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Person ANNA =
            state(Person.write(Optional.empty(), person("key", "Anna", "/engineering"), THEN));

    @Test
    void aNewPersonIsRegistered() {
        assertThat(events(said("key", "Anna", "/engineering", Optional.empty())))
                .singleElement()
                .isInstanceOf(ParticipantRegistered.class);
        assertThat(ANNA.created()).isEqualTo(THEN);
        assertThat(ANNA.changed()).isEqualTo(THEN);
    }

    @Test
    void theSameAgainIsNoNews() {
        assertThat(said("key", "Anna", "/engineering", Optional.of(ANNA)))
                .isEqualTo(Decision.accepted(ANNA));
    }

    @Test
    void aNameIsNobodyElsesBusiness() {
        Decision<Person> decision = said("key", "Anne", "/engineering", Optional.of(ANNA));
        assertThat(events(decision)).isEmpty();
        assertThat(state(decision).name()).isEqualTo(Name.of("Anne"));
        assertThat(state(decision).created()).isEqualTo(THEN);
        assertThat(state(decision).changed()).isEqualTo(NOW);
    }

    @Test
    void thePartsOfANameStayWhileWhoeverSaysItKnowsOnlyTheWhole() {
        Name parts = new Name("Anna Berg", "Anna", "Berg");
        assertThat(parts.after(Name.of("Anna Berg"))).isEqualTo(parts);
        assertThat(parts.after(Name.of("Anna Busch"))).isEqualTo(Name.of("Anna Busch"));
        Name other = new Name("Anna Berg", "Anna Maria", "Berg");
        assertThat(parts.after(other)).isEqualTo(other);
    }

    @Test
    void anotherUnitOrLoginIsNews() {
        assertThat(events(said("key", "Anna", "/finance", Optional.of(ANNA))))
                .singleElement()
                .isInstanceOf(ParticipantChanged.class);
        assertThat(events(said("other", "Anna", "/engineering", Optional.of(ANNA)))).hasSize(1);
    }

    @Test
    void whoLeavesDoesNotComeBackByAFile() {
        Decision<Person> left = ANNA.leave(NOW);
        assertThat(events(left)).singleElement().isInstanceOf(ParticipantLeft.class);
        assertThat(state(left).active()).isFalse();
        assertThat(events(state(left).leave(NOW))).isEmpty();
        assertThat(said("key", "Anna", "/engineering", Optional.of(state(left))))
                .isEqualTo(Decision.rejected(Person.HAS_LEFT));
    }

    @Test
    void whomTheDirectoryDoesNotKnowAnyMoreHasLeft() {
        Person removed = state(Person.become(Optional.of(ANNA), ANNA.with(Standing.REMOVED), NOW));
        assertThat(events(Person.become(Optional.of(ANNA), ANNA.with(Standing.REMOVED), NOW)))
                .singleElement()
                .isInstanceOf(ParticipantLeft.class);
        Decision<Person> twice = Person.become(Optional.of(state(ANNA.leave(NOW))), removed, NOW);
        assertThat(events(twice)).as("they had left before").isEmpty();
        assertThat(state(removed.leave(NOW))).isEqualTo(removed);
    }

    @Test
    void theDirectoryBringsSomebodyBack() {
        Person left = state(ANNA.leave(NOW));
        Decision<Person> back =
                Person.become(Optional.of(left), left.with(Standing.ACTIVE), NOW.plusSeconds(60));
        assertThat(events(back))
                .singleElement()
                .isInstanceOfSatisfying(
                        ParticipantChanged.class,
                        changed ->
                                assertThat(changed.participant().status())
                                        .isEqualTo(Status.ACTIVE));
        assertThat(state(back).active()).isTrue();
    }

    @Test
    void aProfileIsAnnouncedWhenItDiffers() {
        MatchingProfile profile = profile(5);
        Decision<Profile> first = Profile.write(Optional.empty(), profile, 1);
        assertThat(((Accepted<Profile>) first).events())
                .containsExactly(new MatchingProfileChanged(profile));
        Optional<Profile> known = Optional.of(((Accepted<Profile>) first).state());
        assertThat(((Accepted<Profile>) Profile.write(known, profile(5), 2)).events()).isEmpty();
        assertThat(((Accepted<Profile>) Profile.write(known, profile(6), 2)).events()).hasSize(1);
    }

    @Test
    void howAPersonLikesToMeetStaysUntilSomethingElseIsSaid() {
        Profile online = new Profile(profile(5, Meeting.ONLINE), 1);
        assertThat(Profile.write(Optional.of(online), profile(5), 1))
                .isEqualTo(Decision.accepted(online));
        Decision<Profile> moved = Profile.write(Optional.of(online), profile(6), 2);
        assertThat(((Accepted<Profile>) moved).events())
                .containsExactly(new MatchingProfileChanged(profile(6, Meeting.ONLINE)));
        assertThat(online.after(profile(5, Meeting.EITHER)).meeting()).isEqualTo(Meeting.EITHER);
    }

    @Test
    void whatIsOlderThanWhatTheProfileFollowsChangesNothing() {
        Profile later = new Profile(profile(6), 5);
        assertThat(Profile.write(Optional.of(later), profile(5), 4))
                .isEqualTo(Decision.accepted(later));
    }

    @Test
    void whatTheDirectoryDoesNotSayOfTheWorkStays() {
        Profile known = new Profile(profile(6), 1);
        Work said = new Work("/finance", "p-2", null, null, List.of());
        assertThat(Profile.write(Optional.empty(), "p-1", said, 1))
                .isEqualTo(Decision.rejected(Profile.INCOMPLETE));
        assertThat(
                        ((Accepted<Profile>) Profile.write(Optional.of(known), "p-1", said, 2))
                                .state()
                                .told())
                .isEqualTo(
                        new MatchingProfile(
                                "p-1",
                                "p-2",
                                "/finance",
                                6,
                                "Europe/Berlin",
                                List.of("de"),
                                List.of(),
                                List.of(),
                                List.of(),
                                null));
    }

    private static MatchingProfile profile(int level) {
        return profile(level, null);
    }

    private static MatchingProfile profile(int level, @Nullable Meeting meeting) {
        return new MatchingProfile(
                "p-1",
                null,
                "/engineering",
                level,
                "Europe/Berlin",
                List.of("de"),
                List.of(),
                List.of(),
                List.of(),
                meeting);
    }

    private static Decision<Person> said(
            String loginKey, String name, String unit, Optional<Person> known) {
        return Person.write(known, person(loginKey, name, unit), NOW);
    }

    private static Person person(String loginKey, String name, String unit) {
        return new Person(
                "p-1",
                "hr-1",
                "anna",
                loginKey,
                Name.of(name),
                "anna@example.org",
                new Work(unit, null, 5, "Europe/Berlin", List.of("de")),
                Standing.ACTIVE);
    }

    private static List<CoachingEvent> events(Decision<Person> decision) {
        return ((Accepted<Person>) decision).events();
    }

    private static Person state(Decision<Person> decision) {
        return ((Accepted<Person>) decision).state();
    }
}
