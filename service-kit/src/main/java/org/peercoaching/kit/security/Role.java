package org.peercoaching.kit.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token's roles claim can say. A role opens doors only where no relation decides. */
public enum Role {
    PARTICIPANT,
    PROGRAM_MANAGER,
    ANALYST,
    OPERATOR;

    /** The role of a claim's word, such as {@code program-manager}. */
    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The word in the roles claim. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
