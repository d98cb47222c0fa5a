package org.peercoaching.analytics.fact;

import java.util.Optional;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.analytics.cell.Rows;
import org.peercoaching.events.PublishedEvent;

/** What is known of one subject, and what it counts. */
public sealed interface Fact
        permits EnrollmentFact, RelationshipFact, SessionFact, GoalFact, ExchangeFact, TallyFact {

    /**
     * The fact after an event about its subject.
     *
     * @param id the subject's
     * @return empty where the event, or a later one of its source, was seen before
     */
    Optional<Fact> after(String id, PublishedEvent published);

    /** What it counts, and where; the same fact always gives the same rows. */
    Rows rows(ReportingZone zone);
}
