package org.peercoaching.analytics.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.Seeds;

class DaySpansTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 30;

    @Test
    void spansBehaveAsSetsOfDays() {
        Seeds.upTo(
                500,
                random -> {
                    List<DaySpans> parts = new ArrayList<>();
                    Set<LocalDate> days = new HashSet<>();
                    List<DaySpans> others = new ArrayList<>();
                    Set<LocalDate> otherDays = new HashSet<>();
                    for (int i = random.nextInt(5); i > 0; i--) {
                        parts.add(span(random, days));
                        others.add(span(random, otherDays));
                    }
                    DaySpans union = DaySpans.union(parts);
                    DaySpans other = DaySpans.union(others);
                    assertThat(days(union)).isEqualTo(days);
                    Set<LocalDate> difference = new HashSet<>(days);
                    difference.removeAll(otherDays);
                    assertThat(days(union.minus(other))).isEqualTo(difference);
                    Set<LocalDate> both = new HashSet<>(days);
                    both.retainAll(otherDays);
                    assertThat(days(union.and(other))).isEqualTo(both);
                });
    }

    @Test
    void whatBeginsAndCeasesOnOneDayNeverShows() {
        assertThat(DaySpans.between(FIRST, FIRST).changes()).isEmpty();
    }

    private static DaySpans span(RandomGenerator random, Set<LocalDate> days) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate until = from.plusDays(random.nextInt(10));
        from.datesUntil(until).forEach(days::add);
        return DaySpans.between(from, until);
    }

    private static Set<LocalDate> days(DaySpans spans) {
        Set<LocalDate> days = new HashSet<>();
        boolean holds = false;
        List<DaySpans.Change> changes = spans.changes();
        for (LocalDate day = FIRST;
                day.isBefore(FIRST.plusDays(DAYS + 20));
                day = day.plusDays(1)) {
            for (DaySpans.Change change : changes) {
                holds = change.day().equals(day) ? change.begins() : holds;
            }
            if (holds) {
                days.add(day);
            }
        }
        return days;
    }
}
