package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the rules say of the demo fleet. */
@ExtendWith(Assembly.class)
class ComplianceIT {

    private final Api supervisor = Api.as("supervisor");

    @Test
    void acceptedOneAcquisitionAndRefusedOneForEachRule() {
        Map<Object, Object> rules = supervisor.all("acquisitions").stream()
                .collect(Collectors.toMap(one -> one.get("plate"), one -> rules(List.of(one))));
        assertThat(rules)
                .containsEntry("沪AD88801", Set.of())
                .containsEntry("苏EF88802", Set.of("quota-exceeded"))
                .containsEntry("浙AD88803", Set.of("price-over-limit"))
                .containsEntry("皖A88804", Set.of("nev-share-below"));
    }

    @Test
    void namesTheClauseInEveryRefusal() {
        assertThat(violations(supervisor.all("acquisitions"))).isNotEmpty().allSatisfy(violation -> {
            assertThat((String) violation.get("clause")).contains("《");
            assertThat((String) violation.get("message")).isNotBlank();
        });
    }

    @Test
    void showsTheNewEnergyShareOfEveryProvince() {
        List<Map<String, Object>> shares = supervisor.all("compliance/nev-share");
        assertThat(shares.stream().map(share -> share.get("regionCode")))
                .contains("310000", "320000", "330000", "340000", "500000", "510000");
        assertThat(shares).allSatisfy(share -> assertThat(share).containsKey("threshold"));
    }

    private static Set<Object> rules(List<Map<String, Object>> acquisitions) {
        return violations(acquisitions).stream().map(one -> one.get("rule")).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> violations(List<Map<String, Object>> acquisitions) {
        return acquisitions.stream()
                .flatMap(one -> ((List<Map<String, Object>>) one.get("violations")).stream())
                .toList();
    }
}
