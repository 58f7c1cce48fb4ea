package org.motorpool.dispatch.identity;

import io.quarkus.arc.ClientProxy;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;

@RequestScoped
class JwtCaller implements Caller {

    private final JsonWebToken token;
    private final CurrentVertxRequest request;

    JwtCaller(JsonWebToken token, CurrentVertxRequest request) {
        this.token = token;
        this.request = request;
    }

    @Override
    public Scope scope() {
        JsonWebToken verified = ClientProxy.unwrap(token);
        return new Scope(
                UUID.fromString(claim(verified, "sub")),
                claim(verified, "upn"),
                claim(verified, "name"),
                UUID.fromString(claim(verified, "unit_id")),
                claim(verified, "unit_path"),
                verified.getGroups(),
                request.getCurrent().request().remoteAddress().hostAddress());
    }

    private static String claim(JsonWebToken token, String name) {
        Object value = token.getClaim(name);
        if (value == null) {
            throw Problem.forbidden("令牌缺少声明 " + name, "the token lacks the claim " + name)
                    .asException();
        }
        return value.toString();
    }
}
