package org.peercoaching.matching;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.EnrollmentEvent.EndReason;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.events.Member;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ParticipantEvent.Participant;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestPlatform;
import org.peercoaching.testkit.TopicWriter;

/**
 * An organization as other services announce it, with ids of its own, so that tests do not meet.
 * Everybody fits everybody unless a test says otherwise.
 */
public final class Organization {

    private static final LoginKeys LOGIN_KEYS = new LoginKeys(TestPlatform.ORGANIZATION_SECRET);
    private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");

    private final Map<String, Program> programs = new ConcurrentHashMap<>();
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";

    /** The id of a thing of this organization. */
    public String id(String name) {
        return prefix + name;
    }

    /** The name of a thing of this organization. */
    public String name(String id) {
        if (!id.startsWith(prefix)) {
            throw new IllegalArgumentException(id + " is not of this organization");
        }
        return id.substring(prefix.length());
    }

    /** A token of one of its people. */
    public String token(String name, String... roles) {
        return TestIssuer.token(id(name), roles);
    }

    /** A person is in the directory. */
    public void registered(String name) {
        TopicWriter.publish(
                id(name),
                1,
                new ParticipantEvent.ParticipantRegistered(
                        participant(name, ParticipantEvent.Status.ACTIVE)));
    }

    /** A person left. */
    public void left(String name) {
        TopicWriter.publish(
                id(name),
                2,
                new ParticipantEvent.ParticipantLeft(
                        participant(name, ParticipantEvent.Status.LEFT)));
    }

    private Participant participant(String name, ParticipantEvent.Status status) {
        return new Participant(id(name), "/engineering", status, LOGIN_KEYS.keyOf(id(name)));
    }

    /** A person's profile, with a manager or none. */
    public void profile(String name, @Nullable String manager, String... languages) {
        profile(name, manager, "listening", "listening", languages);
    }

    /** A profile of a person with a skill they can help with and one they want to grow in. */
    public void skilled(String name, String strength, String growthArea, String... languages) {
        profile(name, null, strength, growthArea, languages);
    }

    private void profile(
            String name,
            @Nullable String manager,
            String strength,
            String growthArea,
            String... languages) {
        profile(
                new MatchingProfile(
                        id(name),
                        manager == null ? null : id(manager),
                        "/engineering",
                        4,
                        "Europe/Berlin",
                        List.of(languages),
                        List.of(new SkillLevel(strength, 4)),
                        List.of(new SkillLevel(growthArea, 2)),
                        List.of(new WeeklySlot(DayOfWeek.TUESDAY, "09:00", "24:00")),
                        null));
    }

    /** A profile in all respects. */
    public void profile(MatchingProfile profile) {
        TopicWriter.publish(profile.participantId(), 1, new MatchingProfileChanged(profile));
    }

    /** A program is open; the person manages it. */
    public void program(String program, String manager) {
        opened(program, manager, List.of("listening"), null);
    }

    /** A program without focus skills is open; the person manages it. */
    public void unfocused(String program, String manager) {
        opened(program, manager, List.of(), null);
    }

    /** A program of circles is open; the person manages it. */
    public void circles(String program, String manager, int min, int max) {
        opened(program, manager, List.of("listening"), new CircleSize(min, max));
    }

    private void opened(
            String program, String manager, List<String> focusSkills, @Nullable CircleSize circle) {
        Program open =
                new Program(
                        id(program),
                        List.of(id(manager)),
                        focusSkills,
                        circle == null
                                ? ProgramEvent.Method.ONE_ON_ONE
                                : ProgramEvent.Method.COACHING_CIRCLE,
                        circle,
                        14,
                        60,
                        1,
                        BEGINNING,
                        BEGINNING.plusSeconds(86_400L * 270),
                        ProgramEvent.Status.OPEN);
        programs.put(program, open);
        TopicWriter.publish(open.programId(), 1, new ProgramEvent.ProgramOpened(open));
    }

    /** When the program ends. */
    public Instant endOf(String program) {
        return requireNonNull(programs.get(program)).endsAt();
    }

    /** The program is over; it is of the kind it was. */
    public void closed(String program) {
        Program open = requireNonNull(programs.get(program));
        Program closed =
                new Program(
                        open.programId(),
                        open.managers(),
                        open.focusSkills(),
                        open.method(),
                        open.circle(),
                        open.cadenceDays(),
                        open.sessionMinutes(),
                        open.charterVersion(),
                        open.startsAt(),
                        open.endsAt(),
                        ProgramEvent.Status.CLOSED);
        TopicWriter.publish(closed.programId(), 2, new ProgramEvent.ProgramClosed(closed));
    }

    /** A person is ready to be matched in a program. */
    public void ready(String name, String program) {
        ready(name, program, "/engineering");
    }

    /** A person of an org unit is ready to be matched in a program. */
    public void ready(String name, String program, String unit) {
        TopicWriter.publish(enrollment(name, program), 3, charterAccepted(name, program, unit));
    }

    private EnrollmentEvent charterAccepted(String name, String program, String unit) {
        return new EnrollmentEvent.CharterAccepted(
                new Enrollment(
                        enrollment(name, program),
                        id(name),
                        id(program),
                        unit,
                        EnrollmentEvent.Status.READY,
                        BEGINNING,
                        BEGINNING,
                        BEGINNING,
                        BEGINNING,
                        BEGINNING,
                        null,
                        null));
    }

    /** Many people who differ in everything, ready to be matched. */
    public void crowd(String program, int size) {
        Crowd crowd = new Crowd(this, size);
        Map<String, EnrollmentEvent> ready = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String name = crowd.name(i);
            ready.put(enrollment(name, program), charterAccepted(name, program, crowd.unit(i)));
        }
        TopicWriter.publishAll(crowd.profiles());
        TopicWriter.publishAll(ready);
    }

    /** A person stepped out of a program. */
    public void withdrawn(String name, String program) {
        TopicWriter.publish(
                enrollment(name, program),
                4,
                new EnrollmentEvent.EnrollmentWithdrawn(
                        new Enrollment(
                                enrollment(name, program),
                                id(name),
                                id(program),
                                "/engineering",
                                EnrollmentEvent.Status.WITHDRAWN,
                                BEGINNING,
                                BEGINNING,
                                BEGINNING,
                                BEGINNING,
                                BEGINNING,
                                BEGINNING,
                                EndReason.WITHDREW)));
    }

    private String enrollment(String name, String program) {
        return id(name + "-in-" + program);
    }

    /** People in the directory with profiles, ready to be matched. */
    public void candidates(String program, String... names) {
        for (String name : names) {
            registered(name);
            profile(name, null, "en");
            ready(name, program);
        }
    }

    /** Two people, by their ids, coached each other in another program until a moment ago. */
    public void partnersUntilNow(String program, String one, String other) {
        List<Member> members =
                Stream.of(one, other)
                        .sorted()
                        .map(id -> new Member(id, enrollment(name(id), program), "/engineering"))
                        .toList();
        String match = id("match-of-" + name(one));
        Instant now = Instant.now();
        TopicWriter.publish(
                id("relationship-of-" + name(one)),
                2,
                new RelationshipEvent.RelationshipEnded(
                        new Relationship(
                                id("relationship-of-" + name(one)),
                                match,
                                id(program),
                                14,
                                members,
                                RelationshipEvent.Status.ENDED,
                                now.minusSeconds(3_600),
                                now.minusSeconds(60),
                                RelationshipEvent.EndReason.MEMBER_ENDED_IT)));
    }

    /** A match became a relationship, which has ended. */
    public void relationshipEnded(MatchEvent.Match match) {
        TopicWriter.publish(
                match.relationshipId(),
                2,
                new RelationshipEvent.RelationshipEnded(
                        new Relationship(
                                match.relationshipId(),
                                match.matchId(),
                                match.programId(),
                                match.cadenceDays(),
                                match.members(),
                                RelationshipEvent.Status.ENDED,
                                match.matchedAt(),
                                match.matchedAt().plusSeconds(60),
                                RelationshipEvent.EndReason.MEMBER_ENDED_IT)));
    }
}
