package org.peercoaching.session.sessions;

/** {@code {}}: the request itself says all; whatever else is sent is refused as unknown. */
record EmptyBody() {}
