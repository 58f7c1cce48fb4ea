package org.motorpool.telematics.bench.gateway;

/**
 * How the fleet is at one moment.
 *
 * @param in terminals that authenticated since it was counted anew
 * @param due reports that should have been sent
 * @param acknowledged reports, each counted once
 * @param repeated reports that were sent again
 * @param refused answers other than "ok"
 * @param lost how often a terminal that was online lost its connection
 */
record Census(
        long at_ns,
        int online,
        int in,
        long due,
        long sent,
        long acknowledged,
        long repeated,
        long refused,
        long lost) {}
