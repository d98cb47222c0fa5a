package org.peercoaching.local.demonstration.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Somebody of the demonstration organization.
 *
 * @param externalId the HR system's id
 * @param login with which they sign in
 * @param unit path of the org unit
 * @param manager external id of the manager; empty at the top
 * @param level 1 (most junior) to 10
 * @param zone in which they live
 * @param growthAreas skills they want to grow in
 * @param availability when they have time in a usual week
 */
public record Person(
        String externalId,
        String login,
        String unit,
        Optional<String> manager,
        int level,
        ZoneId zone,
        List<String> growthAreas,
        List<Window> availability) {

    /** Whether a stretch lies in a time that they give to coaching. */
    public boolean hasTime(Instant start, Duration length) {
        LocalDateTime from = LocalDateTime.ofInstant(start, zone);
        LocalDateTime to = LocalDateTime.ofInstant(start.plus(length), zone);
        return availability.stream().anyMatch(window -> window.holds(from, to));
    }
}
