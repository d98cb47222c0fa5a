package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.testkit.TestIssuer;

/** The organization's directory, as a client that others wrote. */
final class ScimClient implements AutoCloseable {

    static final String USERS = "/Users";

    private final ScimRequestBuilder requests;
    private final Office office;

    ScimClient(int port, Office office, String role) {
        this.office = office;
        requests =
                new ScimRequestBuilder(
                        "http://localhost:" + port + "/api/participant/v1/scim/v2",
                        ScimClientConfig.builder()
                                .httpHeaders(
                                        Map.of(
                                                "Authorization",
                                                "Bearer "
                                                        + TestIssuer.token("the-directory", role)))
                                .build());
    }

    ScimRequestBuilder requests() {
        return requests;
    }

    /** Somebody of whom the directory knows what most do. */
    User user(String name) {
        return User.builder()
                .externalId("hr-" + office.unique(name))
                .userName(office.unique(name))
                .name(Name.builder().givenName("Anna").familyName("Berg").build())
                .active(true)
                .emails(List.of(Email.builder().value(name + "@example.org").primary(true).build()))
                .timeZone("Europe/Berlin")
                .enterpriseUser(EnterpriseUser.builder().department("Research & Ops").build())
                .build();
    }

    User created(User user) {
        return good(requests.create(User.class, USERS).setResource(user).sendRequest(), 201);
    }

    User read(String id) {
        return good(requests.get(User.class, USERS, id).sendRequest(), 200);
    }

    User patch(String id, PatchOp op, String path, String value) {
        return good(
                requests.patch(User.class, USERS, id)
                        .addOperation()
                        .op(op)
                        .path(path)
                        .value(value)
                        .build()
                        .sendRequest(),
                200);
    }

    List<User> found(String filter) {
        ServerResponse<ListResponse<User>> response =
                requests.list(User.class, USERS).filter(filter).get().sendRequest();
        assertThat(response.getHttpStatus()).as(response.getResponseBody()).isEqualTo(200);
        return response.getResource().getListedResources();
    }

    <T extends ScimObjectNode> T good(ServerResponse<T> response, int status) {
        assertThat(response.getHttpStatus()).as(response.getResponseBody()).isEqualTo(status);
        assertThat(response.isValidScimResponse()).isTrue();
        return response.getResource();
    }

    void refused(ServerResponse<?> response, int status, @Nullable String scimType) {
        assertThat(response.getHttpStatus()).as(response.getResponseBody()).isEqualTo(status);
        assertThat(response.getErrorResponse().getScimType().orElse(null)).isEqualTo(scimType);
        assertThat(response.getErrorResponse().getDetail()).isPresent();
    }

    @Override
    public void close() {
        requests.close();
    }
}
