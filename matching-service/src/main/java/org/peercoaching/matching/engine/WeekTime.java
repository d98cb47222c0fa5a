package org.peercoaching.matching.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/**
 * The quarter hours of one concrete week, Monday 00:00 to Sunday 24:00 UTC, in which somebody has
 * time. A weekly habit in local time becomes instants here and nowhere else: two zones are not the
 * same number of hours apart all year, and a slot at the edge of one's week lies in the middle of
 * the other's. A quarter hour counts if all of it is free: every zone on earth is a whole number of
 * them from UTC, and a week of them is eleven words, which a search over 100,000 people needs.
 */
public final class WeekTime {

    /** Minutes of a quarter hour. */
    public static final int QUARTER = 15;

    private static final int MINUTES = (int) Duration.ofDays(7).toMinutes();

    /** How many words of 64 quarter hours a week takes. */
    public static final int WORDS = (MINUTES / QUARTER + Long.SIZE - 1) / Long.SIZE;

    private final long[] quarters;

    private WeekTime(long[] quarters) {
        this.quarters = quarters;
    }

    /**
     * The quarter hours of a week that somebody's slots cover.
     *
     * @param monday the first day of the week
     * @param zone in which the slots are meant
     */
    public static WeekTime of(LocalDate monday, ZoneId zone, Collection<WeeklySlot> slots) {
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
        return new WeekTime(quarters(minutes));
    }

    private static long[] quarters(BitSet minutes) {
        long[] quarters = new long[WORDS];
        for (int from = minutes.nextSetBit(0); from >= 0; from = minutes.nextSetBit(from)) {
            int to = minutes.nextClearBit(from);
            for (int quarter = (from + QUARTER - 1) / QUARTER; quarter < to / QUARTER; quarter++) {
                quarters[quarter / Long.SIZE] |= 1L << quarter;
            }
            from = to;
        }
        return quarters;
    }

    private static int minute(Instant start, LocalDate day, int minuteOfDay, ZoneId zone) {
        Instant instant = day.atStartOfDay().plusMinutes(minuteOfDay).atZone(zone).toInstant();
        return (int) Math.clamp(Duration.between(start, instant).toMinutes(), 0L, (long) MINUTES);
    }

    /** The week of some words as {@link #toWords()} gives them. */
    public static WeekTime ofWords(long[] words) {
        if (words.length != WORDS) {
            throw new IllegalArgumentException("A week has %d words".formatted(WORDS));
        }
        return new WeekTime(words.clone());
    }

    /** How many minutes both have. */
    public int common(WeekTime other) {
        int common = 0;
        for (int i = 0; i < WORDS; i++) {
            common += Long.bitCount(quarters[i] & other.quarters[i]);
        }
        return QUARTER * common;
    }

    /** The time that both have. */
    public WeekTime and(WeekTime other) {
        long[] both = quarters.clone();
        for (int i = 0; i < WORDS; i++) {
            both[i] &= other.quarters[i];
        }
        return new WeekTime(both);
    }

    /** How many minutes there are. */
    public int minutes() {
        return common(this);
    }

    /** One bit for each quarter hour of the week, the first one lowest: a copy. */
    public long[] toWords() {
        return quarters.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekTime time && Arrays.equals(quarters, time.quarters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(quarters);
    }
}
