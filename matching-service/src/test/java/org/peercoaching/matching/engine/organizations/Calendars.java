package org.peercoaching.matching.engine.organizations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.peercoaching.matching.engine.WeekTime;
import org.peercoaching.matching.engine.WeeklySlot;

/** Weekly slots in nine time zones. */
final class Calendars {

    /** A week without a clock change. */
    static final LocalDate WEEK = LocalDate.of(2026, 6, 1);

    private static final List<ZoneId> ZONES =
            List.of(
                            "Europe/Berlin",
                            "America/New_York",
                            "Asia/Kolkata",
                            "Europe/Lisbon",
                            "America/Los_Angeles",
                            "Asia/Singapore",
                            "America/Sao_Paulo",
                            "Asia/Tokyo",
                            "Australia/Sydney")
                    .stream()
                    .map(ZoneId::of)
                    .toList();

    private static final int ELSEWHERE_PERCENT = 30;

    private final Random random;

    Calendars(Random random) {
        this.random = random;
    }

    /** The number of a zone: most people of a division live in one. */
    int zone(int division) {
        boolean elsewhere = random.nextInt(100) < ELSEWHERE_PERCENT;
        return elsewhere ? random.nextInt(ZONES.size()) : division % ZONES.size();
    }

    /** Three to six slots of one to three hours in working time. */
    WeekTime workingTime(int zone) {
        List<WeeklySlot> slots = new ArrayList<>();
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            int from = 8 * 60 + 30 * random.nextInt(17);
            int length = 60 + 30 * random.nextInt(5);
            slots.add(new WeeklySlot(DayOfWeek.of(1 + random.nextInt(5)), from, from + length));
        }
        return WeekTime.of(WEEK, ZONES.get(zone), slots);
    }

    /** Some minutes from a minute of the week on, UTC. */
    static WeekTime once(int minuteOfWeek, int minutes) {
        int from = minuteOfWeek % (24 * 60);
        DayOfWeek day = DayOfWeek.of(1 + minuteOfWeek / (24 * 60));
        return WeekTime.of(
                WEEK, ZoneId.of("UTC"), List.of(new WeeklySlot(day, from, from + minutes)));
    }

    static WeekTime never() {
        return WeekTime.of(WEEK, ZoneId.of("UTC"), List.of());
    }
}
