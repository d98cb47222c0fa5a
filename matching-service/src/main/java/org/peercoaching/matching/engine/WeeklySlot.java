package org.peercoaching.matching.engine;

import java.time.DayOfWeek;

/**
 * A stretch of one weekday, in the local time of whoever offers it.
 *
 * @param fromMinute minutes after midnight, 0 to 1,439
 * @param toMinute minutes after midnight, exclusive, up to 1,440
 */
public record WeeklySlot(DayOfWeek day, int fromMinute, int toMinute) {}
