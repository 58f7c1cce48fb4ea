package org.motorpool.dispatch.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token is known again while it is valid, and no longer. */
class VerifiedTokensTest {

    private final Instant now = Instant.now();
    private KeyPair keys;
    private JWTAuthContextInfo context;

    @BeforeEach
    void keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        context = new JWTAuthContextInfo(keys.getPublic(), "motorpool");
    }

    @Test
    void isVerifiedOnce() throws Exception {
        VerifiedTokens tokens = new VerifiedTokens(Clock.fixed(now, ZoneOffset.UTC));
        String token = token(now.plus(Duration.ofHours(1)));
        assertThat(tokens.parse(token, context)).isSameAs(tokens.parse(token, context));
        assertThat(tokens.parse(token, context).getName()).isEqualTo("zhang");
    }

    @Test
    void isNotRememberedWhenItsSignatureIsWrong() throws Exception {
        VerifiedTokens tokens = new VerifiedTokens(Clock.fixed(now, ZoneOffset.UTC));
        String token = token(now.plus(Duration.ofHours(1)));
        tokens.parse(token, context);
        String other = token.substring(0, token.length() - 8) + "AAAAAAAA";
        assertThatThrownBy(() -> tokens.parse(other, context)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> tokens.parse(other, context)).isInstanceOf(ParseException.class);
    }

    /** What was remembered while it was valid is asked anew; the library, which knows the time by itself, refuses it. */
    @Test
    void isAskedAnewWhenItHasExpired() throws Exception {
        VerifiedTokens late = new VerifiedTokens(Clock.fixed(now.plus(Duration.ofHours(2)), ZoneOffset.UTC));
        String token = token(now.plus(Duration.ofHours(1)));
        assertThat(late.parse(token, context)).isNotSameAs(late.parse(token, context));
        String expired = token(now.minus(Duration.ofHours(1)));
        assertThatThrownBy(() -> late.parse(expired, context)).isInstanceOf(ParseException.class);
    }

    private String token(Instant expiresAt) {
        return Jwt.issuer("motorpool")
                .upn("zhang")
                .issuedAt(expiresAt.minus(Duration.ofHours(12)))
                .expiresAt(expiresAt)
                .sign(keys.getPrivate());
    }
}
