package org.peercoaching.matching.engine.organizations;

import java.util.List;
import java.util.Random;
import org.peercoaching.matching.engine.WeekTime;

/** Islands of an odd number of people, half of all people together. */
final class Cliques {

    private static final int SMALLEST = 3;
    private static final int LARGEST = 51;
    private static final int MINUTES = 120;

    /** So many islands speak one language, and each has time of its own. */
    private static final int OF_A_LANGUAGE = 7 * 24 * 60 / MINUTES;

    private Cliques() {}

    static void make(List<Person> people, Random random) {
        int from = 0;
        int island = 0;
        while (from + LARGEST <= people.size() / 2) {
            int to = from + SMALLEST + 2 * random.nextInt((LARGEST - SMALLEST) / 2 + 1);
            join(people.subList(from, to), island++);
            from = to;
        }
        // What is left must be odd as well.
        if ((people.size() - from) % 2 == 0 && people.size() - from > SMALLEST) {
            join(people.subList(from, from + SMALLEST), island);
        }
    }

    private static void join(List<Person> members, int island) {
        boolean ofLanguage = island % 2 == 0;
        String language = ofLanguage ? "island-" + island : "shared-" + island / OF_A_LANGUAGE;
        WeekTime time = Calendars.once(island % OF_A_LANGUAGE * MINUTES, MINUTES);
        int level = members.getFirst().level();
        members.forEach(member -> member.speaking(language).having(time).ofLevel(level));
    }
}
