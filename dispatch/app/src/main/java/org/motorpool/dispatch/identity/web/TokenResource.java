package org.motorpool.dispatch.identity.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.AuthApi;
import org.motorpool.dispatch.identity.AccountService;

@Path("/api/v1/auth/token")
@PermitAll
class TokenResource {

    private final AccountService accounts;

    TokenResource(AccountService accounts) {
        this.accounts = accounts;
    }

    @POST
    public Uni<AuthApi.Token> signIn(AuthApi.@Nullable Credentials credentials, @Context HttpServerRequest request) {
        if (credentials == null || credentials.username() == null || credentials.password() == null) {
            throw Problem.invalid("username", "请提供 username 和 password", "username and password are required")
                    .asException();
        }
        return accounts.signIn(credentials, request.remoteAddress().hostAddress());
    }
}
