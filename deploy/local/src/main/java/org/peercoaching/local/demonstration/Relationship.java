package org.peercoaching.local.demonstration;

import java.util.List;
import java.util.stream.Stream;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.Journey;
import org.peercoaching.local.demonstration.plan.MeetingStep;
import org.peercoaching.local.demonstration.plan.Planned;
import org.peercoaching.local.demonstration.plan.Program;

/**
 * A relationship that the platform told of, and what its members do in it.
 *
 * @param journeys of its members
 * @param diary all that they do
 */
record Relationship(String id, List<Journey> journeys, List<Planned<MeetingStep>> diary) {

    /** The program that its members are in. */
    Program program() {
        return journeys.getFirst().program();
    }

    Stream<MeetingStep> on(int day) {
        return diary.stream().filter(planned -> planned.day() == day).map(Planned::step);
    }

    boolean has(Person person) {
        return journeys.stream().anyMatch(journey -> journey.person().equals(person));
    }

    /** Whether nobody has gone by a day. */
    boolean isOpenOn(int day) {
        return journeys.stream().allMatch(journey -> journey.isPresentOn(day));
    }
}
