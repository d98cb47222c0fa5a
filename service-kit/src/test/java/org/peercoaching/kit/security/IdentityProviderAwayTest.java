package org.peercoaching.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.peercoaching.kit.problem.IdentityProviderAwayException;
import org.peercoaching.kit.problem.Problems;
import org.peercoaching.testkit.TestIssuer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderAwayTest {

    private static final String NOBODY = "http://localhost:1";

    @Test
    void aTokenThatCannotBeCheckedIsNeitherGoodNorBad() throws Exception {
        JwtDecoder decoder =
                new SecurityConfiguration()
                        .jwtDecoder(
                                new SecurityProperties(
                                        NOBODY,
                                        "peer-coaching",
                                        "sub",
                                        "roles",
                                        "units",
                                        "0".repeat(32)));
        IdentityProviderAwayException away =
                assertThrows(
                        IdentityProviderAwayException.class,
                        () -> decoder.decode(TestIssuer.token("anna")));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new Problems(new JsonMapper())
                .unauthenticated()
                .commence(new MockHttpServletRequest(), response, away);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentAsString()).contains("identity-provider-away");
    }
}
