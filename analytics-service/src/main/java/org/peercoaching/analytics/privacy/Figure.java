package org.peercoaching.analytics.privacy;

import java.time.LocalDate;
import java.util.Map;

/**
 * A figure that nobody has seen yet.
 *
 * @param values numbers by name
 * @param elements what it is about
 * @param holdsOn the day at whose end it holds
 */
public record Figure(Map<String, Double> values, Elements elements, LocalDate holdsOn) {}
