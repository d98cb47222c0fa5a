/**
 * Who is in the demonstration organization, as its HR system would tell: the checked-in file, made
 * by the generator beside the tests.
 */
@NullMarked
package org.peercoaching.local.demonstration.people;

import org.jspecify.annotations.NullMarked;
