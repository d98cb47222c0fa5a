package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.peercoaching.participant.directory.Name;
import org.peercoaching.participant.directory.Work;

/**
 * What a user resource says of a person. Some of it can be said in two ways, such as the org unit:
 * of a changed resource, the way that was changed counts.
 *
 * @param externalId the id in the HR system; null where none is said
 */
record Said(
        @Nullable String externalId,
        String login,
        Name name,
        String email,
        Work work,
        boolean active) {

    /**
     * Reads a resource.
     *
     * @param before the same before it was changed; null where it is said as a whole
     * @throws BadRequestException if something is missing or cannot be
     */
    static Said of(ObjectNode user, @Nullable ObjectNode before) throws BadRequestException {
        Shape.check(user);
        return new UserReader(user, before).said();
    }
}
