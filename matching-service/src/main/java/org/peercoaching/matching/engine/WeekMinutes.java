package org.peercoaching.matching.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Collection;

/**
 * The minutes of one concrete week, Monday 00:00 to Sunday 24:00 UTC, in which somebody has time. A
 * weekly habit in local time becomes instants here and nowhere else: two zones are not the same
 * number of hours apart all year, and a slot at the edge of one's week lies in the middle of the
 * other's.
 */
public final class WeekMinutes {

    private static final int MINUTES = (int) Duration.ofDays(7).toMinutes();

    private final long[] bits;

    private WeekMinutes(long[] bits) {
        this.bits = bits;
    }

    /**
     * The minutes of a week that somebody's slots cover.
     *
     * @param monday the first day of the week
     * @param zone in which the slots are meant
     */
    public static WeekMinutes of(LocalDate monday, ZoneId zone, Collection<WeeklySlot> slots) {
        BitSet minutes = new BitSet(MINUTES);
        Instant start = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
        // East of UTC the week begins on its Sunday before, west of it it ends on the Monday after.
        for (LocalDate day = monday.minusDays(1);
                !day.isAfter(monday.plusDays(7));
                day = day.plusDays(1)) {
            for (WeeklySlot slot : slots) {
                if (slot.day() == day.getDayOfWeek()) {
                    int from = minute(start, day, slot.fromMinute(), zone);
                    int to = minute(start, day, slot.toMinute(), zone);
                    minutes.set(from, Math.max(from, to));
                }
            }
        }
        long[] bits = new long[(MINUTES + Long.SIZE - 1) / Long.SIZE];
        long[] used = minutes.toLongArray();
        System.arraycopy(used, 0, bits, 0, used.length);
        return new WeekMinutes(bits);
    }

    private static int minute(Instant start, LocalDate day, int minuteOfDay, ZoneId zone) {
        Instant instant = day.atStartOfDay().plusMinutes(minuteOfDay).atZone(zone).toInstant();
        return (int) Math.clamp(Duration.between(start, instant).toMinutes(), 0L, (long) MINUTES);
    }

    /** How many minutes both have. */
    public int common(WeekMinutes other) {
        int common = 0;
        for (int i = 0; i < bits.length; i++) {
            common += Long.bitCount(bits[i] & other.bits[i]);
        }
        return common;
    }

    /** The minutes that both have. */
    public WeekMinutes and(WeekMinutes other) {
        long[] both = bits.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.bits[i];
        }
        return new WeekMinutes(both);
    }

    /** How many minutes there are. */
    public int count() {
        return common(this);
    }
}
