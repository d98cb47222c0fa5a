package org.peercoaching.local.demonstration.plan;

import java.util.ArrayList;
import java.util.List;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.PersonStep.Achieve;
import org.peercoaching.local.demonstration.plan.PersonStep.Goal;
import org.peercoaching.local.demonstration.plan.PersonStep.Progress;
import org.peercoaching.local.demonstration.plan.PersonStep.SetGoal;

/** What goals people set themselves, and how far they get. */
final class Goals {

    private static final double ACHIEVED = 0.55;

    private static final List<Integer> HOW_MANY = List.of(0, 1, 1, 1, 1, 2, 2, 2, 3);

    private Goals() {}

    static List<Planned<PersonStep>> of(
            Scenario scenario, Program program, Timeline timeline, Person person, int since) {
        Dice dice = Dice.about(scenario, "goals", person.externalId());
        int count = Math.min(dice.any(HOW_MANY), person.growthAreas().size());
        List<Planned<PersonStep>> steps = new ArrayList<>();
        for (String skill : person.growthAreas().subList(0, count)) {
            steps.addAll(one(program, timeline, dice, skill, since));
        }
        return steps;
    }

    private static List<Planned<PersonStep>> one(
            Program program, Timeline timeline, Dice dice, String skill, int since) {
        Goal goal = new Goal(skill, Phrases.goal(skill));
        List<String> actions = Phrases.actions(dice);
        int pause = program.cadenceDays() * dice.between(1, 2);
        int reports = dice.between(1, 4);
        int day = timeline.workday(since + dice.between(0, 2 * program.cadenceDays()));
        int due = day + pause * (reports + 1) + dice.between(0, program.cadenceDays());
        List<Planned<PersonStep>> steps = new ArrayList<>();
        steps.add(
                new Planned<>(
                        day,
                        new SetGoal(goal, Phrases.measure(dice), timeline.date(due), actions)));
        for (int report = 1; report <= reports; report++) {
            day = timeline.workday(day + pause + dice.between(0, 3));
            int done = actions.size() * report / (reports + 1);
            steps.add(new Planned<>(day, new Progress(goal, 100 * report / (reports + 1), done)));
        }
        if (dice.chance(ACHIEVED)) {
            steps.add(
                    new Planned<>(
                            timeline.workday(day + dice.between(3, pause)), new Achieve(goal)));
        }
        return steps;
    }
}
