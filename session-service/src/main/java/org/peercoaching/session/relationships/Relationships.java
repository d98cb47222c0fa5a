package org.peercoaching.session.relationships;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.time.BusinessClock;

/** The relationships that have begun, for their members and for managers of their programs. */
public final class Relationships {

    /** Where the store keeps the members' ids. */
    static final String MEMBER_FIELD = "life.terms.members.participantId";

    private final AggregateStore<Relationship> relationships;
    private final Access access;
    private final BusinessClock clock;

    Relationships(AggregateStore<Relationship> relationships, Access access, BusinessClock clock) {
        this.relationships = relationships;
        this.access = access;
        this.clock = clock;
    }

    /** A relationship, whoever asks: one read. */
    public Optional<Relationship> find(String id) {
        return relationships.find(id).map(Versioned::state);
    }

    /**
     * A relationship, for a member or a manager of its program.
     *
     * @throws RefusedException with 404 for anybody else
     */
    public Versioned<Relationship> readBy(String participantId, String id) {
        Versioned<Relationship> found = begun(id);
        access.refusalToSee(participantId, terms(found), NO_SUCH).ifPresent(Relationships::refuse);
        return found;
    }

    /** A page of a person's relationships, after the last id of the page before. */
    List<Versioned<Relationship>> of(String participantId, @Nullable String after, int limit) {
        return relationships.findBy(MEMBER_FIELD, participantId, after, limit);
    }

    /**
     * Ends a relationship because a member wants it: two reads, one write.
     *
     * @throws RefusedException with 404 for a stranger, 403 for a manager, 409 where it ended
     *     before
     */
    public Versioned<Relationship> endBy(String participantId, String id, Trigger trigger) {
        Versioned<Relationship> found = begun(id);
        access.refusalToAct(participantId, terms(found), NO_SUCH).ifPresent(Relationships::refuse);
        return relationships
                .handle(id, trigger, known -> known.orElseThrow().endByMember(clock.instant()))
                .orThrow();
    }

    /**
     * Lists a member's session before it is created: one read, one write. From then on the end of
     * the relationship calls the session off.
     *
     * @param booking made for the relationship's terms, once the person was found to be a member
     * @return the relationship, open when the session was listed
     * @throws RefusedException with 404 for a stranger, 403 for a manager, 409 after the
     *     relationship's end, 422 for a time that cannot be
     */
    public Relationship book(
            String participantId, String id, Function<Terms, Booking> booking, Trigger trigger) {
        return relationships
                .handle(id, trigger, known -> book(participantId, known, booking))
                .orThrow()
                .state();
    }

    private Decision<Relationship> book(
            String participantId, Optional<Relationship> known, Function<Terms, Booking> booking) {
        Optional<Terms> terms = known.flatMap(relationship -> relationship.life().agreed());
        Optional<Refusal> refusal =
                terms.isEmpty()
                        ? Optional.of(NO_SUCH)
                        : access.refusalToAct(participantId, terms.get(), NO_SUCH);
        return refusal.map(Decision::<Relationship>rejected)
                .orElseGet(() ->
                        known.orElseThrow()
                                .book(booking.apply(terms.orElseThrow()), clock.instant()));
    }

    private Versioned<Relationship> begun(String id) {
        return relationships
                .find(id)
                .filter(relationship -> relationship.state().life().agreed().isPresent())
                .orElseThrow(() -> new RefusedException(NO_SUCH));
    }

    private static Terms terms(Versioned<Relationship> begun) {
        return begun.state().life().agreed().orElseThrow();
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }

    private static final Refusal NO_SUCH =
            Refusal.notFound("no-such-relationship", "You are in no relationship with this id.");
}
