package org.peercoaching.kit.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/**
 * Who sent a request. A controller takes it as a parameter.
 *
 * <p>Whether the token's person is in the directory is looked up only when asked for: other systems
 * have tokens, too.
 */
public final class Caller {

    private final String key;
    private final Set<Role> roles;
    private final List<String> units;
    private final Supplier<Optional<String>> person;

    Caller(String key, Set<Role> roles, List<String> units, Supplier<Optional<String>> person) {
        this.key = key;
        this.roles = Set.copyOf(roles);
        this.units = List.copyOf(units);
        this.person = person;
    }

    /**
     * The participant id of the person behind the token.
     *
     * @throws RefusedException with 503 {@code person-not-known-yet} where the directory's news
     *     have not come yet, with 403 {@code has-left} where the person has left
     */
    public String participantId() {
        return person.get().orElseThrow(() -> new RefusedException(NOT_KNOWN_YET));
    }

    /**
     * A stable key of the caller, for idempotency and the audit: the login key, a keyed hash of the
     * login that is distinct for each person and each client.
     */
    public String key() {
        return key;
    }

    /** Whether the token gives the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /**
     * Lets the request go on only with a role.
     *
     * @throws RefusedException with 403 where the token does not give it
     */
    public void require(Role role) {
        if (!has(role)) {
            throw new RefusedException(
                    Refusal.forbidden(
                            "role-missing",
                            "This needs the role "
                                    + role.word()
                                    + ". Ask whoever manages access."));
        }
    }

    /** The org-unit subtrees an analyst may see; the root stands for all of them. */
    public List<String> units() {
        return units;
    }

    private static final Refusal NOT_KNOWN_YET =
            Refusal.unavailable(
                    "person-not-known-yet",
                    "You are signed in, but the directory has not announced you here yet. Try again in a moment.");
}
