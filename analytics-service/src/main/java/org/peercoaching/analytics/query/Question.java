package org.peercoaching.analytics.query;

import java.util.List;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.program.Program;

/**
 * A question that makes sense and may be asked.
 *
 * @param units the org units it is about; the root is the whole program
 */
record Question(
        Program program,
        List<Metric> metrics,
        List<String> units,
        Grain grain,
        List<Period> periods) {}
