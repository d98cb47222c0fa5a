package org.peercoaching.matching.engine.organizations;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;

/** Kinds of organizations that a matcher finds hard in different ways. */
public enum Organizations {

    /**
     * Skills of which few are common and most are rare, nine time zones, a tree of org units and of
     * superiors, a pyramid of levels, English and local languages, and a few people kept apart.
     */
    REALISTIC {
        @Override
        List<Person> people(int size, Random random) {
            return everyday(size, random);
        }
    },

    /**
     * A realistic one in which a third cannot be matched: nobody else speaks their language, or
     * they have no time, or too little in one piece, or a level too far from all who speak their
     * language.
     */
    THIRD_UNMATCHABLE {
        @Override
        List<Person> people(int size, Random random) {
            List<Person> people = everyday(size, random);
            for (int i = 0; i < size; i += 3) {
                Unmatchable.make(people.get(i), i / 3, random);
            }
            return people;
        }
    },

    /**
     * Half of the people are in cliques of an odd number, 3 to 51, islands of language or of time,
     * who may all be matched with each other and with nobody else; an odd number of realistic
     * people is the rest.
     */
    ODD_CLIQUES {
        @Override
        List<Person> people(int size, Random random) {
            List<Person> people = everyday(size, random);
            Cliques.make(people, random);
            return people;
        }
    };

    /** How all of them are matched in benchmarks. */
    public static final Policy POLICY = Policy.standard(Set.of(Skills.name(3), Skills.name(17)));

    /**
     * The people of one.
     *
     * @param size how many people there are
     * @param seed the same gives the same people
     */
    public List<Candidate> of(int size, long seed) {
        Random random = new Random(31 * seed + ordinal());
        return people(size, random).stream().map(Person::candidate).toList();
    }

    abstract List<Person> people(int size, Random random);

    private static List<Person> everyday(int size, Random random) {
        Hierarchy hierarchy = new Hierarchy(size, random);
        Skills skills = new Skills(random);
        Calendars calendars = new Calendars(random);
        List<Person> people = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            people.add(new Person(i, hierarchy, skills, calendars, random));
        }
        return people;
    }
}
