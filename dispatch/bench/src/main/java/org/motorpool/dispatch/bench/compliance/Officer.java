package org.motorpool.dispatch.bench.compliance;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.bench.platform.Token;

/** The officer who asks for a unit. */
final class Officer {

    private static final UUID ACCOUNT = new UUID(0, 0xB00C);

    private Officer() {}

    static String token(Path privateKey, Place unit) throws IOException, GeneralSecurityException {
        return Token.of(
                privateKey,
                new Token.Bearer(ACCOUNT, "bench", unit.id(), unit.path(), List.of("FLEET_OFFICER", "SUPERVISOR")));
    }
}
