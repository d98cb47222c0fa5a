package org.peercoaching.participant.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.SearchRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.audit.AuditLog;
import org.peercoaching.kit.security.Caller;
import org.peercoaching.kit.security.Role;
import org.peercoaching.kit.web.Command;
import org.peercoaching.participant.directory.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** SCIM 2.0 (RFC 7644): the organization's directory says who works here. */
@RestController
@RequestMapping(Schemas.BASE)
@Tag(name = "SCIM")
class ScimController {

    static final MediaType SCIM = MediaType.valueOf("application/scim+json");

    private final ScimUsers users;
    private final AuditLog audit;

    ScimController(ScimUsers users, AuditLog audit) {
        this.users = users;
        this.audit = audit;
    }

    @GetMapping("/Users")
    @Operation(summary = "Users: filtered, in an order, a page at a time")
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String sortBy,
            @RequestParam(required = false) @Nullable String sortOrder,
            @RequestParam(required = false) @Nullable Integer startIndex,
            @RequestParam(required = false) @Nullable Integer count,
            @RequestParam(required = false) @Nullable Set<String> attributes,
            @RequestParam(required = false) @Nullable Set<String> excludedAttributes,
            Caller caller)
            throws ScimException {
        return search(
                new SearchRequest(
                        attributes,
                        excludedAttributes,
                        filter,
                        sortBy,
                        Searches.order(sortOrder),
                        startIndex,
                        count),
                caller);
    }

    @PostMapping("/Users/.search")
    @Operation(summary = "The same, asked for by a SearchRequest")
    ResponseEntity<byte[]> search(@RequestBody byte[] body, Caller caller) throws ScimException {
        return search(Searches.of(Json.object(body)), caller);
    }

    private ResponseEntity<byte[]> search(SearchRequest request, Caller caller)
            throws ScimException {
        caller.require(Role.OPERATOR);
        Projection projection =
                Projection.of(request.getAttributes(), request.getExcludedAttributes());
        ScimUsers.Found found = users.search(request);
        List<ObjectNode> shown = new ArrayList<>();
        for (Versioned<Person> user : found.users()) {
            shown.add(projection.of(UserView.of(user)));
        }
        return ok(
                new ListResponse<>(
                        Math.toIntExact(found.total()), shown, found.startIndex(), shown.size()));
    }

    @PostMapping("/Users")
    @Operation(summary = "A person comes to the organization")
    ResponseEntity<byte[]> create(
            @RequestBody byte[] body,
            @RequestParam(required = false) @Nullable Set<String> attributes,
            @RequestParam(required = false) @Nullable Set<String> excludedAttributes,
            Caller caller,
            Command command)
            throws ScimException {
        return changed(
                "user-created",
                HttpStatus.CREATED,
                () -> users.create(Json.object(body), command.trigger()),
                caller,
                attributes,
                excludedAttributes);
    }

    @GetMapping("/Users/{id}")
    @Operation(summary = "A user")
    ResponseEntity<byte[]> get(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<String> attributes,
            @RequestParam(required = false) @Nullable Set<String> excludedAttributes,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String known,
            Caller caller)
            throws ScimException {
        caller.require(Role.OPERATOR);
        Projection projection = Projection.of(attributes, excludedAttributes);
        Versioned<Person> user = users.get(id);
        return UserView.version(user).equals(known)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(known).build()
                : answer(HttpStatus.OK, user, projection);
    }

    @PutMapping("/Users/{id}")
    @Operation(summary = "All of a user is said anew")
    ResponseEntity<byte[]> replace(
            @PathVariable String id,
            @RequestBody byte[] body,
            @RequestParam(required = false) @Nullable Set<String> attributes,
            @RequestParam(required = false) @Nullable Set<String> excludedAttributes,
            Caller caller,
            Command command)
            throws ScimException {
        return changed(
                "user-replaced",
                HttpStatus.OK,
                () -> users.replace(id, Json.object(body), command.trigger()),
                caller,
                attributes,
                excludedAttributes);
    }

    @PatchMapping("/Users/{id}")
    @Operation(summary = "Some of a user changes; whoever is made inactive leaves the organization")
    ResponseEntity<byte[]> patch(
            @PathVariable String id,
            @RequestBody byte[] body,
            @RequestParam(required = false) @Nullable Set<String> attributes,
            @RequestParam(required = false) @Nullable Set<String> excludedAttributes,
            Caller caller,
            Command command)
            throws ScimException {
        return changed(
                "user-patched",
                HttpStatus.OK,
                () -> users.patch(id, Json.object(body), command.trigger()),
                caller,
                attributes,
                excludedAttributes);
    }

    @DeleteMapping("/Users/{id}")
    @Operation(summary = "The directory does not know a user any more: they left the organization")
    ResponseEntity<Void> remove(@PathVariable String id, Caller caller, Command command) {
        caller.require(Role.OPERATOR);
        users.remove(id, command.trigger());
        note(caller, "user-removed", id);
        return ResponseEntity.noContent().build();
    }

    private interface Change {
        Versioned<Person> make() throws ScimException;
    }

    /**
     * What is wanted of the answer is read first: a mistake in it must not come behind a change.
     */
    private ResponseEntity<byte[]> changed(
            String action,
            HttpStatus status,
            Change change,
            Caller caller,
            @Nullable Set<String> attributes,
            @Nullable Set<String> excludedAttributes)
            throws ScimException {
        caller.require(Role.OPERATOR);
        Projection projection = Projection.of(attributes, excludedAttributes);
        Versioned<Person> user = change.make();
        note(caller, action, user.id());
        return answer(status, user, projection);
    }

    private void note(Caller caller, String action, String id) {
        audit.append(caller.key(), action, Map.of("participantId", id));
    }

    @GetMapping("/ServiceProviderConfig")
    @Operation(summary = "What this server can do")
    ResponseEntity<byte[]> serviceProviderConfig(Caller caller) {
        caller.require(Role.OPERATOR);
        return ok(Schemas.serviceProviderConfig());
    }

    @GetMapping("/ResourceTypes")
    @Operation(summary = "What there is: users")
    ResponseEntity<byte[]> resourceTypes(Caller caller) {
        caller.require(Role.OPERATOR);
        return ok(listed(Schemas.resourceTypes()));
    }

    @GetMapping("/ResourceTypes/{id}")
    @Operation(summary = "One resource type")
    ResponseEntity<byte[]> resourceType(@PathVariable String id, Caller caller)
            throws ScimException {
        caller.require(Role.OPERATOR);
        return ok(Schemas.one(Schemas.resourceTypes(), id));
    }

    @GetMapping("/Schemas")
    @Operation(summary = "What is kept of a user")
    ResponseEntity<byte[]> schemas(Caller caller) {
        caller.require(Role.OPERATOR);
        return ok(listed(Schemas.all()));
    }

    @GetMapping("/Schemas/{id}")
    @Operation(summary = "One schema")
    ResponseEntity<byte[]> schema(@PathVariable String id, Caller caller) throws ScimException {
        caller.require(Role.OPERATOR);
        return ok(Schemas.one(Schemas.all(), id));
    }

    private static ListResponse<JsonNode> listed(ArrayNode all) {
        List<JsonNode> nodes = new ArrayList<>();
        all.forEach(nodes::add);
        return new ListResponse<>(nodes);
    }

    private static ResponseEntity<byte[]> answer(
            HttpStatus status, Versioned<Person> user, Projection projection) throws ScimException {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status)
                        .contentType(SCIM)
                        .eTag(UserView.version(user))
                        .location(URI.create(UserView.location(user.id())));
        return answer.body(Json.write(projection.of(UserView.of(user))));
    }

    private static ResponseEntity<byte[]> ok(Object body) {
        return ResponseEntity.ok().contentType(SCIM).body(Json.write(body));
    }
}
