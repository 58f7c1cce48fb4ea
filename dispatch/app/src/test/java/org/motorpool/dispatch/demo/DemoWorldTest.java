package org.motorpool.dispatch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoWorldTest {

    private static final Set<String> PROVINCES = Set.of("31", "32", "33", "34", "50", "51");

    @Inject
    DemoSeed seed;

    @Test
    void hasVehiclesOfEveryCategoryEnergyAndBodyInEveryProvince() {
        List<Map<String, Object>> vehicles = Demo.all("supervisor", "vehicles");
        assertThat(vehicles).hasSizeGreaterThanOrEqualTo(220);
        assertThat(distinct(vehicles, "category")).containsExactlyInAnyOrder("JYTX", "YJBZ", "ZFZQ", "TZZY", "QT");
        assertThat(distinct(vehicles, "energyType"))
                .containsExactlyInAnyOrder("BEV", "PHEV", "EREV", "FCEV", "HEV", "ICE");
        assertThat(distinct(vehicles, "bodyType"))
                .containsExactlyInAnyOrder("SEDAN", "SMALL_BUS", "MEDIUM_BUS", "LARGE_BUS");
        assertThat(vehicles.stream()
                        .map(vehicle -> vehicle.get("regionCode").toString().substring(0, 2))
                        .collect(Collectors.toSet()))
                .isEqualTo(PROVINCES);
    }

    @Test
    void givesTheSeededVehiclesATerminalAndADriverOnDuty() {
        List<Map<String, Object>> terminals = Demo.all("supervisor", "terminals");
        assertThat(terminals).hasSizeGreaterThanOrEqualTo(220);
        assertThat(distinct(terminals, "phone")).hasSameSizeAs(terminals);
        assertThat(distinct(terminals, "vehicleId"))
                .hasSameSizeAs(terminals)
                .isEqualTo(distinct(Demo.all("supervisor", "drivers"), "vehicleId"));
        assertThat(terminals.stream()
                        .filter(terminal -> terminal.get("protocolVersion").equals(2013)))
                .hasSizeBetween(terminals.size() / 2 - 1, terminals.size() / 2 + 1);
    }

    @Test
    void sharesVehiclesInEveryProvinceAndAcrossTheTwoCorridors() {
        List<Map<String, Object>> offers = Demo.all("supervisor", "pool-offers");
        assertThat(offers).filteredOn("unitsBelow", true).hasSize(PROVINCES.size());
        assertThat(offers).filteredOn("free", true).hasSize(3);
        assertThat(Demo.all("supervisor", "tariffs")).hasSize(PROVINCES.size());
        assertThat(Demo.all("supervisor", "agreements")).hasSize(2).allSatisfy(agreement -> assertThat(agreement)
                .containsEntry("status", "IN_FORCE"));
    }

    @Test
    void keepsEveryUnitWithinItsQuota() {
        assertThat(Demo.all("supervisor", "quotas"))
                .filteredOn(quota -> quota.get("documentNumber").toString().contains("车编〔2018〕"))
                .isNotEmpty()
                .allSatisfy(quota -> assertThat((int) quota.get("inUse")).isBetween(1, (int) quota.get("number")));
    }

    @Test
    void decidesFourAcquisitionsEachByItsOwnRule() {
        Map<String, Object> decisions = Demo.all("supervisor", "acquisitions").stream()
                .filter(one -> one.get("plate").toString().contains("8880"))
                .collect(Collectors.toMap(one -> (String) one.get("plate"), DemoWorldTest::decision));
        assertThat(decisions)
                .containsEntry("沪AD88801", List.of("ACCEPTED"))
                .containsEntry("苏EF88802", List.of("REFUSED", "quota-exceeded"))
                .containsEntry("浙AD88803", List.of("REFUSED", "price-over-limit"))
                .containsEntry("皖A88804", List.of("REFUSED", "nev-share-below"));
    }

    @Test
    void hasTheAccountsPeopleAreToldOf() {
        for (String username : List.of(
                "requester",
                "approver",
                "dispatcher",
                "fleet-officer",
                "driver",
                "supervisor",
                "requester-31011501",
                "approver-510000",
                "dispatcher-340000",
                "fleet-officer-310101",
                "driver-1")) {
            Demo.as(username).get("/api/v1/units").then().statusCode(200);
        }
    }

    @Test
    void isSeededOnceOnly() throws Throwable {
        int before = Demo.all("supervisor", "acquisitions").size();
        assertThat(VertxContextSupport.subscribeAndAwait(seed::sowOnce)).isFalse();
        assertThat(Demo.all("supervisor", "acquisitions")).hasSize(before);
    }

    private static Set<Object> distinct(List<Map<String, Object>> items, String field) {
        return items.stream()
                .map(item -> item.get(field))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Object decision(Map<String, Object> acquisition) {
        List<Object> decision = new ArrayList<>();
        decision.add(acquisition.get("outcome"));
        ((List<Map<String, Object>>) acquisition.get("violations"))
                .forEach(violation -> decision.add(violation.get("rule")));
        return decision;
    }
}
