package org.peercoaching.kit.security;

import java.util.List;

/**
 * Paths that anybody may GET, such as a page's files; a service declares a bean where it has any.
 */
public record OpenPaths(List<String> patterns) {}
