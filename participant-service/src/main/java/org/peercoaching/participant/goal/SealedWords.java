package org.peercoaching.participant.goal;

import java.util.List;
import org.peercoaching.kit.encryption.Sealed;

/**
 * The words of a goal, each sealed with its owner's key.
 *
 * @param title what shall be different
 * @param measure how one will see it
 * @param steps the action steps, in order
 */
public record SealedWords(Sealed title, Sealed measure, List<Sealed> steps) {}
