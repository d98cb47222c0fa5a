package org.peercoaching.kit.web;

/** The body of a request that has nothing to say beyond its path: {@code {}}, or none at all. */
public record NoBody() {}
