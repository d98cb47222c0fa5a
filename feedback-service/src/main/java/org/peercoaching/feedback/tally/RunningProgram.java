package org.peercoaching.feedback.tally;

import org.peercoaching.events.ProgramEvent.Method;

/** What a tally tells of its program. */
public record RunningProgram(Method method) {}
