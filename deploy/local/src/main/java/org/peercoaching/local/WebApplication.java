package org.peercoaching.local;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The part of the launcher that answers requests: issuer, entry point, status; and the
 * demonstration, where it is on the class path.
 */
@SpringBootApplication(proxyBeanMethods = false)
class WebApplication {}
