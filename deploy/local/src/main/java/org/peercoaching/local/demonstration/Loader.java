package org.peercoaching.local.demonstration;

import java.util.List;
import org.peercoaching.local.demonstration.client.Api;
import org.peercoaching.local.demonstration.client.Request;
import org.peercoaching.local.demonstration.people.Person;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.issuer.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * The loader's client of the issuer and its client of the APIs, put together: everybody acts with
 * their own token.
 *
 * @param scenario whose name and seed are in every idempotency key
 */
record Loader(Scenario scenario, Api api, Tokens tokens) {

    JsonNode as(Person person, Request request) throws InterruptedException {
        return as(person.login(), request);
    }

    JsonNode as(String login, Request request) throws InterruptedException {
        return api.send(() -> tokens.person(login), request);
    }

    JsonNode asOperator(Request request) throws InterruptedException {
        return api.send(tokens::operator, request);
    }

    List<JsonNode> list(Person person, String path) throws InterruptedException {
        return api.list(() -> tokens.person(person.login()), path);
    }

    /** The same for the same thing, in this run and in one after a kill. */
    String key(Object... parts) {
        StringBuilder key = new StringBuilder(scenario.name()).append('-').append(scenario.seed());
        for (Object part : parts) {
            key.append('-').append(part);
        }
        return key.toString();
    }
}
