package org.peercoaching.local.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.peercoaching.local.demonstration.people.Person;

/** What a member does about a meeting of their relationship. */
public sealed interface MeetingStep {

    /** Which meeting of the relationship, from 0 in the order of booking. */
    int meeting();

    /** Who does it. */
    Person by();

    /** Schedules it. */
    record Book(int meeting, Person by, Instant startsAt) implements MeetingStep {}

    /** Moves it. */
    record Move(int meeting, Person by, Instant startsAt) implements MeetingStep {}

    /** Cancels it. */
    record Cancel(int meeting, Person by) implements MeetingStep {}

    /** Says that it did not take place. */
    record Miss(int meeting, Person by) implements MeetingStep {}

    /**
     * Reports that it took place.
     *
     * @param absent who was not there
     */
    record Report(int meeting, Person by, int minutes, List<Turn> turns, List<Person> absent)
            implements MeetingStep {}

    /** Confirms somebody else's report. */
    record Confirm(int meeting, Person by) implements MeetingStep {}

    /** Writes down what they promised in it. */
    record Promise(int meeting, Person by, String text, LocalDate dueOn) implements MeetingStep {}

    /** Kept that promise. */
    record Keep(int meeting, Person by) implements MeetingStep {}

    /** Gives feedback. */
    record Answer(int meeting, Person by, List<About> about) implements MeetingStep {}

    /**
     * A stretch in which one member was coached.
     *
     * @param coach empty where all others of a circle coached
     */
    record Turn(Optional<Person> coach, Person coachee, int minutes) {}

    /**
     * What one says about a peer.
     *
     * @param words empty where they wrote nothing
     */
    record About(
            Person peer,
            int listening,
            int questioning,
            int support,
            int challenge,
            int usefulness,
            String words) {}
}
