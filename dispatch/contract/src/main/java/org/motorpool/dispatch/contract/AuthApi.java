package org.motorpool.dispatch.contract;

import java.util.List;
import java.util.UUID;

/** {@code /api/v1/auth}: tokens for local accounts (standalone and demo). */
public final class AuthApi {
    private AuthApi() {}

    /** Body of {@code POST /api/v1/auth/token}. */
    public record Credentials(String username, String password) {}

    /**
     * The answer: a bearer JWT.
     *
     * @param expires_in lifetime, seconds
     * @param roles of REQUESTER, APPROVER, DISPATCHER, FLEET_OFFICER, DRIVER, SUPERVISOR
     */
    public record Token(
            String access_token,
            String token_type,
            long expires_in,
            String name,
            UUID unitId,
            String unitName,
            List<String> roles) {
        public Token {
            roles = List.copyOf(roles);
        }
    }
}
