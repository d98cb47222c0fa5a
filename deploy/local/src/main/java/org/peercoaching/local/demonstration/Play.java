package org.peercoaching.local.demonstration;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.peercoaching.local.clock.BusinessClockSteps;
import org.peercoaching.local.demonstration.Crew.Chain;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.Diary;
import org.peercoaching.local.demonstration.plan.Journey;
import org.peercoaching.local.demonstration.plan.MeetingStep;
import org.peercoaching.local.demonstration.plan.PersonStep;
import org.peercoaching.local.demonstration.plan.Program;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.demonstration.plan.Timeline;
import tools.jackson.databind.JsonNode;

/**
 * Plays days. A day that was interrupted is played again from its beginning: every command has the
 * key that it had before.
 */
final class Play {

    private static final int FIRST_DAY = 0;

    private final Scenario scenario;
    private final Timeline timeline;
    private final Loader loader;
    private final Crew crew;
    private final Participants participants;
    private final BusinessClockSteps clock;
    private final People people;
    private final List<Journey> journeys;
    private final Participation participation;
    private final Meetings meetings;
    private final Map<String, Relationship> relationships = new java.util.TreeMap<>();
    private boolean knowsRelationships;

    Play(
            Scenario scenario,
            Timeline timeline,
            Loader loader,
            Crew crew,
            Participants participants,
            BusinessClockSteps clock) {
        this.scenario = scenario;
        this.timeline = timeline;
        this.loader = loader;
        this.crew = crew;
        this.participants = participants;
        this.clock = clock;
        people = People.ofTheDemonstration().in(scenario.units());
        journeys =
                people.all().stream()
                        .map(person -> Journey.of(scenario, timeline, person))
                        .toList();
        participation = new Participation(loader, participants);
        meetings = new Meetings(loader, participants);
    }

    /** Plays a day. Business time is its moment, and all that went before has come to rest. */
    void day(int day) throws InterruptedException {
        if (day == FIRST_DAY) {
            begin();
            return;
        }
        if (!knowsRelationships) {
            learnRelationships(day);
        }
        openThatStartOn(day);
        List<Chain> chains = new ArrayList<>();
        relationships.values().forEach(relationship -> chains.add(() -> meet(relationship, day)));
        journeys.forEach(
                journey -> chains.add(() -> take(journey, day, Predicate.not(PersonStep::isExit))));
        crew.run(chains);
        crew.run(
                journeys.stream()
                        .<Chain>map(journey -> () -> take(journey, day, PersonStep::isExit))
                        .toList());
        for (Program program : scenario.programs()) {
            List<Integer> roundDays = program.roundDays().stream().map(timeline::workday).toList();
            if (roundDays.contains(day)) {
                match(program, roundDays.indexOf(day));
            }
        }
    }

    private void begin() throws InterruptedException {
        crew.run(List.of(beginning()::importPeople));
        clock.awaitRest();
        openThatStartOn(FIRST_DAY);
    }

    private Beginning beginning() {
        return new Beginning(loader, timeline, people, participants);
    }

    private void openThatStartOn(int day) throws InterruptedException {
        crew.run(
                scenario.programs().stream()
                        .filter(program -> program.startsOn() == day)
                        .<Chain>map(program -> () -> beginning().open(program))
                        .toList());
    }

    private void meet(Relationship relationship, int day) throws InterruptedException {
        for (MeetingStep step : relationship.on(day).toList()) {
            meetings.take(relationship, step);
        }
    }

    private void take(Journey journey, int day, Predicate<PersonStep> which)
            throws InterruptedException {
        for (PersonStep step : journey.on(day).filter(which).toList()) {
            participation.take(journey, step);
        }
    }

    private void match(Program program, int number) throws InterruptedException {
        clock.awaitRest();
        crew.run(List.of(() -> new Rounds(loader).hold(program, number)));
        knowsRelationships = false;
    }

    /** Asks those who can have one that is not known yet. */
    private void learnRelationships(int day) throws InterruptedException {
        Map<String, Journey> byParticipant =
                journeys.stream()
                        .collect(
                                toMap(
                                        journey -> participants.id(journey.person()),
                                        journey -> journey));
        List<Chain> questions =
                journeys.stream()
                        .filter(journey -> journey.isReadyOn(day))
                        .filter(journey -> !hasOpenRelationship(journey.person(), day))
                        .<Chain>map(journey -> () -> ask(journey.person(), byParticipant))
                        .toList();
        crew.run(questions);
        knowsRelationships = true;
    }

    private boolean hasOpenRelationship(Person person, int day) {
        return relationships.values().stream()
                .anyMatch(relationship -> relationship.has(person) && relationship.isOpenOn(day));
    }

    private void ask(Person person, Map<String, Journey> byParticipant)
            throws InterruptedException {
        for (JsonNode told : loader.list(person, "session/v1/me/relationships")) {
            List<Journey> members =
                    told.path("members")
                            .valueStream()
                            .map(id -> Objects.requireNonNull(byParticipant.get(id.asString())))
                            .sorted(Comparator.comparing(it -> it.person().externalId()))
                            .toList();
            int startedOn =
                    timeline.lastDayBefore(Instant.parse(told.path("startedAt").asString()));
            String id = told.path("id").asString();
            synchronized (relationships) {
                relationships.computeIfAbsent(
                        id,
                        key ->
                                new Relationship(
                                        key,
                                        members,
                                        Diary.of(scenario, timeline, members, startedOn)));
            }
        }
    }
}
