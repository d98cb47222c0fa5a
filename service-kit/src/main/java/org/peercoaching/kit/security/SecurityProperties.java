package org.peercoaching.kit.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to trust.
 *
 * @param issuer of the tokens; its discovery document is fetched with the first token
 * @param audience that a token must name
 * @param loginClaim the claim that names the person, stable for life
 * @param rolesClaim the claim with the list of roles
 * @param unitsClaim the claim with the org-unit subtrees of an analyst
 * @param organizationSecret key of the login keys, at least 32 bytes, the same for all services
 */
@ConfigurationProperties("coaching.security")
public record SecurityProperties(
        String issuer,
        @DefaultValue("peer-coaching") String audience,
        @DefaultValue("sub") String loginClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("units") String unitsClaim,
        String organizationSecret) {}
