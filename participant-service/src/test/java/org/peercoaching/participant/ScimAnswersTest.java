package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client that others wrote asks, and what it is told. */
@ServiceTest
class ScimAnswersTest {

    @LocalServerPort int port;

    private Office office;
    private ScimClient scim;

    @BeforeEach
    void aDirectory() {
        office = new Office(port);
        scim = new ScimClient(port, office, "operator");
    }

    @AfterEach
    void close() {
        scim.close();
    }

    @Test
    void usersAreFilteredSortedAndReadPageByPage() {
        for (String name : List.of("carl", "anna", "ben")) {
            User user = scim.user(name);
            user.getEnterpriseUser().orElseThrow().setDepartment(office.unique("unit"));
            scim.created(user);
        }
        String unit =
                "urn:peercoaching:params:scim:schemas:extension:work:1.0:User:orgUnit eq \"/"
                        + office.unique("unit")
                        + "\"";
        ServerResponse<ListResponse<User>> page =
                scim.requests()
                        .list(User.class, ScimClient.USERS)
                        .filter(unit)
                        .sortBy("userName")
                        .sortOrder(SortOrder.DESCENDING)
                        .startIndex(2)
                        .count(1)
                        .attributes("userName")
                        .get()
                        .sendRequest();
        assertThat(page.getHttpStatus()).as(page.getResponseBody()).isEqualTo(200);
        assertThat(page.getResource().getTotalResults()).isEqualTo(3);
        assertThat(page.getResource().getStartIndex()).isEqualTo(2);
        assertThat(page.getResource().getItemsPerPage()).isEqualTo(1);
        assertThat(page.getResource().getListedResources())
                .singleElement()
                .satisfies(ben -> {
                    assertThat(ben.getUserName()).contains(office.unique("ben"));
                    assertThat(ben.getId()).isPresent();
                    assertThat(ben.getEmails()).isEmpty();
                });
        String login = "userName eq \"" + office.unique("anna") + "\"";
        assertThat(scim.found(login)).hasSize(1);
        assertThat(scim.found(unit + " and not (" + login + ")")).hasSize(2);
        assertThat(scim.found(unit + " and (emails[value co \"BEN@\"] or displayName sw \"x\")"))
                .hasSize(1);
        assertThat(scim.found(unit + " and active eq true and name.familyName ew \"ERG\""))
                .hasSize(3);
        assertThat(scim.found(unit + " and meta.created gt \"2020-01-01T00:00:00Z\"")).hasSize(3);
        assertThat(scim.found(unit + " and externalId pr and timezone ne \"Europe/Berlin\""))
                .isEmpty();
        ServerResponse<ListResponse<User>> asked =
                scim.requests()
                        .list(User.class, ScimClient.USERS)
                        .filter("userName", Comparator.EQ, office.unique("anna"))
                        .build()
                        .excludedAttributes("emails", "name.givenName")
                        .post()
                        .sendRequest();
        assertThat(asked.getHttpStatus()).as(asked.getResponseBody()).isEqualTo(200);
        assertThat(asked.getResource().getListedResources())
                .singleElement()
                .satisfies(anna -> {
                    assertThat(anna.getEmails()).isEmpty();
                    assertThat(anna.getName().orElseThrow().getGivenName()).isEmpty();
                    assertThat(anna.getName().orElseThrow().getFamilyName()).isPresent();
                });
    }

    @Test
    void aStaleVersionIsRefusedAndAKnownOneIsNotSentAgain() {
        User anna = scim.created(scim.user("anna"));
        String id = anna.getId().orElseThrow();
        String first = anna.getMeta().orElseThrow().getVersion().orElseThrow().toString();
        scim.patch(id, PatchOp.REPLACE, "displayName", "Anna Busch");
        scim.refused(
                scim.requests()
                        .update(User.class, ScimClient.USERS, id)
                        .setResource(scim.user("anna"))
                        .setETagForIfMatch(first)
                        .sendRequest(),
                412,
                null);
        String now = scim.read(id).getMeta().orElseThrow().getVersion().orElseThrow().toString();
        assertThat(
                        scim.requests()
                                .get(User.class, ScimClient.USERS, id)
                                .setETagForIfNoneMatch(now)
                                .sendRequest()
                                .getHttpStatus())
                .isEqualTo(304);
    }

    @Test
    void theServerSaysWhatItCanAndWhatItKeeps() {
        ServiceProvider provider = scim.requests().loadServiceProviderConfiguration();
        assertThat(provider.getPatchConfig().isSupported()).isTrue();
        assertThat(provider.getFilterConfig().getMaxResults()).isEqualTo(100);
        var metadata = scim.requests().loadMetaConfiguration().sendRequest();
        assertThat(metadata.getHttpStatus()).isEqualTo(200);
        assertThat(metadata.getResource().getSchemas())
                .extracting(schema -> schema.getId().orElseThrow())
                .contains(
                        "urn:ietf:params:scim:schemas:core:2.0:User",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                        "urn:peercoaching:params:scim:schemas:extension:work:1.0:User");
        assertThat(metadata.getResource().getResourceTypes()).hasSize(1);
    }

    @Test
    void onlyTheDirectoryMaySayThis() {
        for (String role : List.of("participant", "program-manager", "analyst")) {
            try (ScimClient other = new ScimClient(port, office, role)) {
                scim.refused(
                        other.requests()
                                .create(User.class, ScimClient.USERS)
                                .setResource(scim.user("eve"))
                                .sendRequest(),
                        403,
                        null);
                scim.refused(
                        other.requests().list(User.class, ScimClient.USERS).get().sendRequest(),
                        403,
                        null);
            }
        }
    }
}
