package org.motorpool.dispatch.bench.compliance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit of the register. */
record Place(
        int number,
        String code,
        String level,
        String regionCode,
        @Nullable Place parent) {

    UUID id() {
        return Identities.of(Identities.UNIT, number);
    }

    String path() {
        return (parent == null ? "/" : parent.path()) + code + "/";
    }

    String province() {
        return regionCode.substring(0, 2) + "0000";
    }
}
