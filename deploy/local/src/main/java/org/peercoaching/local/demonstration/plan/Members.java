package org.peercoaching.local.demonstration.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.peercoaching.local.demonstration.people.Person;

/** Those who were matched with each other. */
record Members(List<Journey> journeys) {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int DAYS_LOOKED_AT = 14;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration A_WORKING_DAY_IN_EUROPE = Duration.ofHours(9);

    /** Sorted: who is named first must not depend on who is asked. */
    Members {
        journeys =
                journeys.stream()
                        .sorted(Comparator.comparing(journey -> journey.person().externalId()))
                        .toList();
    }

    /** All of them are in it. */
    Program program() {
        return journeys.getFirst().program();
    }

    List<Person> people() {
        return journeys.stream().map(Journey::person).toList();
    }

    /** Names them among all groups of people. */
    String name() {
        return String.join("+", people().stream().map(Person::externalId).toList());
    }

    /** Those who still take part on a day. */
    List<Person> presentOn(int day) {
        return journeys.stream()
                .filter(journey -> journey.isPresentOn(day))
                .map(Journey::person)
                .toList();
    }

    List<Person> othersThan(Person person) {
        return people().stream().filter(Predicate.not(person::equals)).toList();
    }

    /** The day on which the first of them goes, and the relationship ends; far off if none does. */
    int lastDay() {
        return journeys.stream()
                .flatMapToInt(journey -> journey.exitDay().stream())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * A time at which all of them can meet: on the first day that has one. Those who have no whole
     * session in common meet where some of them have time.
     */
    Instant meetingTime(Instant midnight, Duration length, Dice dice) {
        for (int sparing = 0; sparing < people().size(); sparing++) {
            int needed = people().size() - sparing;
            for (int day = 0; day < DAYS_LOOKED_AT; day++) {
                List<Instant> times = times(midnight.plus(DAY.multipliedBy(day)), length, needed);
                if (!times.isEmpty()) {
                    return dice.any(times);
                }
            }
        }
        return midnight.plus(A_WORKING_DAY_IN_EUROPE);
    }

    private List<Instant> times(Instant midnight, Duration length, int needed) {
        return java.util.stream.Stream.iterate(
                        midnight,
                        time -> time.isBefore(midnight.plus(DAY)),
                        time -> time.plus(STEP))
                .filter(time ->
                        people().stream().filter(person -> person.hasTime(time, length)).count()
                                >= needed)
                .toList();
    }
}
