package org.peercoaching.participant.directory;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.peercoaching.kit.decision.Decision.Rejected;

class PersonTest {

    private static final Person ANNA = person("key", "Anna", "/engineering", Status.ACTIVE);

    @Test
    void aNewPersonIsRegistered() {
        assertThat(events(Person.write(Optional.empty(), ANNA)))
                .singleElement()
                .isInstanceOf(ParticipantRegistered.class);
    }

    @Test
    void theSameAgainIsNoNews() {
        assertThat(events(Person.write(Optional.of(ANNA), ANNA))).isEmpty();
    }

    @Test
    void aNameIsNobodyElsesBusiness() {
        Person renamed = person("key", "Anne", "/engineering", Status.ACTIVE);
        Decision<Person> decision = Person.write(Optional.of(ANNA), renamed);
        assertThat(events(decision)).isEmpty();
        assertThat(state(decision)).isEqualTo(renamed);
    }

    @Test
    void anotherUnitOrLoginIsNews() {
        assertThat(
                        events(
                                Person.write(
                                        Optional.of(ANNA),
                                        person("key", "Anna", "/finance", Status.ACTIVE))))
                .singleElement()
                .isInstanceOf(ParticipantChanged.class);
        assertThat(
                        events(
                                Person.write(
                                        Optional.of(ANNA),
                                        person("other", "Anna", "/engineering", Status.ACTIVE))))
                .hasSize(1);
    }

    @Test
    void whoLeavesIsGoneForGood() {
        Decision<Person> left = ANNA.leave();
        assertThat(events(left)).singleElement().isInstanceOf(ParticipantLeft.class);
        assertThat(state(left).active()).isFalse();
        assertThat(events(state(left).leave())).isEmpty();
        assertThat(Person.write(Optional.of(state(left)), ANNA)).isInstanceOf(Rejected.class);
    }

    @Test
    void aProfileIsAnnouncedWhenItDiffers() {
        MatchingProfile profile = profile(5);
        Decision<Profile> first = Profile.write(Optional.empty(), profile);
        assertThat(((Accepted<Profile>) first).events())
                .containsExactly(new MatchingProfileChanged(profile));
        Optional<Profile> known = Optional.of(((Accepted<Profile>) first).state());
        assertThat(((Accepted<Profile>) Profile.write(known, profile(5))).events()).isEmpty();
        assertThat(((Accepted<Profile>) Profile.write(known, profile(6))).events()).hasSize(1);
    }

    @Test
    void howAPersonLikesToMeetStaysUntilSomethingElseIsSaid() {
        Profile online = new Profile(profile(5, Meeting.ONLINE));
        assertThat(Profile.write(Optional.of(online), profile(5)))
                .isEqualTo(Decision.accepted(online));
        Decision<Profile> moved = Profile.write(Optional.of(online), profile(6));
        assertThat(((Accepted<Profile>) moved).events())
                .containsExactly(new MatchingProfileChanged(profile(6, Meeting.ONLINE)));
        assertThat(online.after(profile(5, Meeting.EITHER)).told().meeting())
                .isEqualTo(Meeting.EITHER);
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

    private static Person person(String loginKey, String name, String unit, Status status) {
        return new Person("p-1", "hr-1", "anna", loginKey, name, "anna@example.org", unit, status);
    }

    private static List<CoachingEvent> events(Decision<Person> decision) {
        return ((Accepted<Person>) decision).events();
    }

    private static Person state(Decision<Person> decision) {
        return ((Accepted<Person>) decision).state();
    }
}
