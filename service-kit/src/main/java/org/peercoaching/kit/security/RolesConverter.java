package org.peercoaching.kit.security;

import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The roles claim as authorities, for the paths that a role alone opens. */
final class RolesConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final String rolesClaim;

    RolesConverter(String rolesClaim) {
        this.rolesClaim = rolesClaim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        List<String> roles = token.getClaimAsStringList(rolesClaim);
        return new JwtAuthenticationToken(
                token,
                roles == null
                        ? List.of()
                        : roles.stream().map(SimpleGrantedAuthority::new).toList());
    }
}
