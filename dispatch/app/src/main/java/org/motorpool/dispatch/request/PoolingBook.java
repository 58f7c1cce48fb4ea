package org.motorpool.dispatch.request;

import java.util.List;
import java.util.Optional;
import org.motorpool.dispatch.organisation.RegionCode;

/** The rules of sharing a vehicle 合乘 in force on a day; of several the most specific place counts. */
public record PoolingBook(List<PoolingRule> rules) {

    public PoolingBook {
        rules = List.copyOf(rules);
    }

    /** What holds in the region; empty where riders do not share. */
    public Optional<PoolingRule> find(String regionCode) {
        return RegionCode.levels(regionCode).reversed().stream()
                .flatMap(place ->
                        rules.stream().filter(rule -> rule.jurisdiction().equals(place)))
                .findFirst();
    }
}
