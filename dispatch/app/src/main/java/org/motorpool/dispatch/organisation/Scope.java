package org.motorpool.dispatch.organisation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and the subtree of units whose data they may touch.
 *
 * @param unitPath path of the caller's unit, "/…/"; rows below it are in scope
 * @param roles REQUESTER, APPROVER, DISPATCHER, FLEET_OFFICER, DRIVER, SUPERVISOR
 * @param origin network address the caller came from; null for the platform itself
 */
public record Scope(
        UUID accountId,
        String username,
        String name,
        UUID unitId,
        String unitPath,
        Set<String> roles,
        @Nullable String origin) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** The platform itself, for work no caller asked for: events, timers, seeding. */
    public static final Scope SYSTEM = new Scope(NOBODY, "system", "system", NOBODY, "/", Set.of("SYSTEM"));

    public Scope {
        roles = Set.copyOf(roles);
        if (!unitPath.startsWith("/") || !unitPath.endsWith("/")) {
            throw new IllegalArgumentException(
                    "unitPath (%s) of %s must begin and end with /".formatted(unitPath, username));
        }
    }

    public Scope(UUID accountId, String username, String name, UUID unitId, String unitPath, Set<String> roles) {
        this(accountId, username, name, unitId, unitPath, roles, null);
    }

    /** Whether rows of this unit path are in scope. */
    public boolean covers(String path) {
        return path.startsWith(unitPath);
    }
}
