package org.motorpool.dispatch.identity;

import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.organisation.Scope;

/** Signs the bearer tokens of local accounts, and the token with which dispatch calls other services. */
@Singleton
public class TokenIssuer {

    static final Duration ACCOUNT_LIFETIME = Duration.ofHours(8);
    private static final Duration SERVICE_LIFETIME = Duration.ofMinutes(5);
    private static final String ISSUER = "motorpool";

    private final Clock clock;

    TokenIssuer(Clock clock) {
        this.clock = clock;
    }

    String issue(Scope scope) {
        return Jwt.issuer(ISSUER)
                .subject(scope.accountId().toString())
                .upn(scope.username())
                .claim("name", scope.name())
                .claim("unit_id", scope.unitId().toString())
                .claim("unit_path", scope.unitPath())
                .groups(scope.roles())
                .issuedAt(clock.instant())
                .expiresAt(clock.instant().plus(ACCOUNT_LIFETIME))
                .sign();
    }

    /** A short token with the role SERVICE, for calls from dispatch to telematics-ingest. */
    public String issueForService() {
        return Jwt.issuer(ISSUER)
                .subject(new UUID(0, 0).toString())
                .upn("dispatch")
                .groups(Set.of("SERVICE"))
                .issuedAt(clock.instant())
                .expiresAt(clock.instant().plus(SERVICE_LIFETIME))
                .sign();
    }
}
