package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.messages.SearchRequest;
import com.unboundid.scim2.common.messages.SortOrder;
import java.util.List;
import org.bson.conversions.Bson;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Outcome;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.participant.directory.Directory;
import org.peercoaching.participant.directory.DirectoryWriter;
import org.peercoaching.participant.directory.Person;
import org.peercoaching.participant.directory.Person.Standing;
import org.springframework.stereotype.Component;

/** Users: the people whom the directory knows. */
@Component
class ScimUsers {

    /** Users of a page, at most; also what {@code ServiceProviderConfig} says. */
    static final int MOST = 100;

    private static final Bson KNOWN = Filters.ne("state.standing", Standing.REMOVED.name());

    private final Directory directory;
    private final DirectoryWriter writer;
    private final LoginKeys loginKeys;

    ScimUsers(Directory directory, DirectoryWriter writer, LoginKeys loginKeys) {
        this.directory = directory;
        this.writer = writer;
        this.loginKeys = loginKeys;
    }

    /** A page of users, and how many there are. */
    record Found(long total, int startIndex, List<Versioned<Person>> users) {}

    /** One user: one read. */
    Versioned<Person> get(String id) {
        return directory
                .versioned(id)
                .filter(person -> person.state().standing() != Standing.REMOVED)
                .orElseThrow(() -> new RefusedException(NO_SUCH_USER));
    }

    /** A page of users: one read, and one that counts where there are more. */
    Found search(SearchRequest request) throws ScimException {
        Bson filter = Filters.and(KNOWN, UserFilter.of(request.getFilter()));
        int start = request.getStartIndex() == null ? 1 : Math.max(1, request.getStartIndex());
        int count = request.getCount() == null ? MOST : Math.clamp(request.getCount(), 0, MOST);
        List<Versioned<Person>> users =
                count == 0 ? List.of() : directory.search(filter, order(request), start - 1, count);
        boolean all = users.size() < count && (start == 1 || !users.isEmpty());
        long total = all ? start - 1L + users.size() : directory.count(filter);
        return new Found(total, start, users);
    }

    private static Bson order(SearchRequest request) throws ScimException {
        if (request.getSortBy() == null) {
            return Sorts.ascending("_id");
        }
        String field = UserFilter.attribute(Path.fromString(request.getSortBy())).field();
        return request.getSortOrder() == SortOrder.DESCENDING
                ? Sorts.descending(field, "_id")
                : Sorts.ascending(field, "_id");
    }

    /**
     * A new user, or one whom the directory had removed.
     *
     * @throws RefusedException with a conflict if the external id or the login is taken
     */
    Versioned<Person> create(ObjectNode user, Trigger trigger) throws ScimException {
        Said said = Said.of(user, null);
        String id = said.externalId() == null ? Ids.random() : directory.claim(said.externalId());
        Outcome<Person> outcome =
                writer.become(
                        id,
                        trigger,
                        known ->
                                known.filter(it -> it.standing() != Standing.REMOVED).isPresent()
                                        ? Decision.rejected(USER_EXISTS)
                                        : Decision.accepted(person(id, said, id)));
        if (outcome instanceof Outcome.Refused<Person>(Refusal refusal) && refusal == USER_EXISTS) {
            // An earlier try may have broken off before the profile.
            directory
                    .versioned(id)
                    .filter(it -> it.state().active())
                    .ifPresent(writer::tellMatching);
        }
        return outcome.orThrow();
    }

    /** Says all of a user anew. What it takes from an earlier answer unchanged says nothing new. */
    Versioned<Person> replace(String id, ObjectNode user, Trigger trigger) {
        return change(
                id,
                trigger,
                before -> person(id, Said.of(user, UserView.of(before)), before.externalId()));
    }

    /** Changes some of a user. */
    Versioned<Person> patch(String id, ObjectNode request, Trigger trigger) throws ScimException {
        PatchRequest patch = Patches.of(request);
        return change(
                id,
                trigger,
                before -> {
                    ObjectNode then = UserView.of(before);
                    GenericScimResource resource = new GenericScimResource(then.deepCopy());
                    patch.apply(resource);
                    Said said = Said.of(resource.getObjectNode(), then);
                    return person(id, said, before.externalId());
                });
    }

    /** The directory does not know the user any more: they have left. */
    void remove(String id, Trigger trigger) {
        change(id, trigger, before -> before.with(Standing.REMOVED));
    }

    private interface Wish {
        Person of(Person before) throws ScimException;
    }

    private Versioned<Person> change(String id, Trigger trigger, Wish wish) {
        Outcome<Person> outcome =
                writer.become(
                        id,
                        trigger,
                        known -> {
                            if (known.isEmpty() || known.get().standing() == Standing.REMOVED) {
                                return Decision.rejected(NO_SUCH_USER);
                            }
                            try {
                                return Decision.accepted(wish.of(known.get()));
                            } catch (ScimException e) {
                                throw new InvalidUser(e);
                            }
                        });
        return outcome.orThrow();
    }

    /** Without an external id it is the one that they had; of somebody new, their id here. */
    private Person person(String id, Said said, String externalId) {
        return new Person(
                id,
                said.externalId() == null ? externalId : said.externalId(),
                said.login(),
                loginKeys.keyOf(said.login()),
                said.name(),
                said.email(),
                said.work(),
                said.active() ? Standing.ACTIVE : Standing.LEFT);
    }

    private static final Refusal NO_SUCH_USER =
            Refusal.notFound("no-such-user", "The directory knows nobody with this id.");

    private static final Refusal USER_EXISTS =
            Refusal.conflict(
                    "user-exists",
                    "The directory knows somebody with this externalId already. Change them with PATCH or PUT; active brings back who left.");
}
