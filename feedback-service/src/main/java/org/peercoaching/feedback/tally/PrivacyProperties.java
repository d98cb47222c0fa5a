package org.peercoaching.feedback.tally;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The organization's privacy of figures.
 *
 * @param k how many distinct people must stand behind a figure; a service with less does not start
 */
@Validated
@ConfigurationProperties("coaching.privacy")
record PrivacyProperties(@Min(5) int k) {}
