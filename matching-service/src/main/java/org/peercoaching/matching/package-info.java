/**
 * Matching: what is known of people ({@code people}) and programs ({@code programs}), learnt from
 * events; rounds that compute, show and publish ({@code rounds}); the outcomes of rounds, one
 * aggregate each ({@code matches}); and the engine.
 */
@NullMarked
package org.peercoaching.matching;

import org.jspecify.annotations.NullMarked;
