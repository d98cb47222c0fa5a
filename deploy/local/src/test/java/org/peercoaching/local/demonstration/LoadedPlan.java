package org.peercoaching.local.demonstration;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.peercoaching.events.Member;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.Amounts;
import org.peercoaching.local.demonstration.plan.PlayedPlan;
import org.peercoaching.local.demonstration.plan.Program;
import org.peercoaching.local.demonstration.plan.Scenario;

/** How much must have happened on a platform that has loaded a scenario, whatever befell it. */
public final class LoadedPlan {

    private final Scenario scenario;
    private final LocalDate start;
    private final Map<String, String> externalIds;

    /** Of the platform with a data directory, by the loader's notes in it. */
    public LoadedPlan(DataDirectory data, Scenario scenario) {
        this.scenario = scenario;
        start = Position.in(Demonstration.positionFile(data)).orElseThrow().start();
        Participants participants = new Participants(Demonstration.participantsFile(data));
        externalIds =
                People.ofTheDemonstration().in(scenario.units()).all().stream()
                        .collect(toMap(participants::id, Person::externalId));
    }

    /**
     * The amounts of a program.
     *
     * @param relationships all that it had: whom a round matches is not planned
     */
    public Amounts amounts(Program program, List<Relationship> relationships) {
        List<PlayedPlan.Match> matches =
                relationships.stream()
                        .map(relationship ->
                                new PlayedPlan.Match(
                                        relationship.members().stream()
                                                .map(Member::participantId)
                                                .map(externalIds::get)
                                                .collect(toSet()),
                                        relationship.startedAt()))
                        .toList();
        return new PlayedPlan(scenario, program, start, matches).amounts();
    }
}
