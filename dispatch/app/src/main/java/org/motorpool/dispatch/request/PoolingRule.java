package org.motorpool.dispatch.request;

import java.time.Duration;
import java.util.Set;

/**
 * What a place says of riders who share a vehicle 合乘.
 *
 * @param jurisdiction GB/T 2260 code of the nation, province, city or county
 * @param excluded categories whose riders never share, such as 机要通信
 * @param detour_minutes longer than the direct way riders are on board at most, unless they say how long
 * @param later_minutes later than asked for riders may be picked up
 */
public record PoolingRule(
        String jurisdiction, Set<String> excluded, int detour_minutes, int later_minutes, String clause) {

    public PoolingRule {
        excluded = Set.copyOf(excluded);
    }

    public Duration later() {
        return Duration.ofMinutes(later_minutes);
    }

    public Duration detour() {
        return Duration.ofMinutes(detour_minutes);
    }
}
