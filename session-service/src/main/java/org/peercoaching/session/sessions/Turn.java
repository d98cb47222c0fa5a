package org.peercoaching.session.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a session in which one member was coached.
 *
 * @param coach participant id; null where a circle coached: all others who were there
 * @param coachee participant id
 * @param minutes 1 to 480
 */
public record Turn(@Nullable String coach, String coachee, int minutes) {

    /** A turn in which all others of a circle coach. */
    static Turn ofCircle(String coachee, int minutes) {
        return new Turn(null, coachee, minutes);
    }

    /**
     * The minutes of the turn that a member coached. Those who coach at once share them, so that
     * minutes given are minutes received whatever the number of members; what does not divide goes
     * to those who come next after the coachee.
     *
     * @param there who was there, in the order of the members
     */
    int minutesOf(String member, List<String> there) {
        if (coach != null) {
            return coach.equals(member) ? minutes : 0;
        }
        int coaches = there.size() - 1;
        int place = Math.floorMod(there.indexOf(member) - there.indexOf(coachee), there.size());
        if (place == 0 || !there.contains(member)) {
            return 0;
        }
        return minutes / coaches + (place <= minutes % coaches ? 1 : 0);
    }
}
