package org.peercoaching.matching.engine.organizations;

import java.util.Random;

/** People whom nobody can be matched with, for one of four reasons. */
final class Unmatchable {

    private static final int REASONS = 4;
    private static final int TOO_SHORT = 45;
    private static final int HOURS = 7 * 24;

    private Unmatchable() {}

    /**
     * Makes somebody unmatchable.
     *
     * @param number of those who are, from 0
     */
    static void make(Person person, int number, Random random) {
        switch (number % REASONS) {
            case 0 -> person.speaking("nobody-else-" + number);
            case 1 -> person.having(Calendars.never());
            case 2 -> person.having(Calendars.once(60 * random.nextInt(HOURS), TOO_SHORT));
            // Two speak a language, and the bottom and the top of the pyramid are far apart.
            default ->
                    person.speaking("two-" + number / (2 * REASONS))
                            .ofLevel(number / REASONS % 2 == 0 ? 1 : 10);
        }
    }
}
