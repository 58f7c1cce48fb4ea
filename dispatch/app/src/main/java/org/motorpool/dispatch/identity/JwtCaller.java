package org.motorpool.dispatch.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;

@RequestScoped
class JwtCaller implements Caller {

    private final JsonWebToken token;

    JwtCaller(JsonWebToken token) {
        this.token = token;
    }

    @Override
    public Scope scope() {
        return new Scope(
                UUID.fromString(claim("sub")),
                claim("upn"),
                claim("name"),
                UUID.fromString(claim("unit_id")),
                claim("unit_path"),
                token.getGroups());
    }

    private String claim(String name) {
        Object value = token.getClaim(name);
        if (value == null) {
            throw Problem.forbidden("令牌缺少声明 " + name, "the token lacks the claim " + name)
                    .asException();
        }
        return value.toString();
    }
}
