package org.motorpool.dispatch.bench.compliance;

import java.util.UUID;

/** Ids that are the same in each run and sort by number, in the form of UUIDv7. */
final class Identities {

    static final int UNIT = 1;
    static final int VEHICLE = 2;
    static final int QUOTA = 3;
    static final int INDICATOR = 4;
    static final int EXPENSE = 5;
    static final int REQUEST = 6;
    static final int ORDER = 7;
    static final int TRIP = 8;
    static final int DRIVER = 9;
    static final int DISPOSAL = 10;
    static final int FINDING = 11;

    /** 2026-01-01 in milliseconds, then the version. */
    private static final long HIGH = 0x019B_7740_0000_7000L;

    private Identities() {}

    static UUID of(int kind, long number) {
        return new UUID(HIGH | kind, 0x8000_0000_0000_0000L | number);
    }
}
