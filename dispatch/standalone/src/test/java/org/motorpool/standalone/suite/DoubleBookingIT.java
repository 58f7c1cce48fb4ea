package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many dispatchers, one vehicle, one hour: PostgreSQL lets exactly one of them have it. */
@ExtendWith(Assembly.class)
class DoubleBookingIT {

    private static final int ATTEMPTS = 20;

    @Test
    void givesAVehicleToExactlyOneOfManyAtOnce() throws Exception {
        Map<String, Object> driver = onDuty("QT");
        Instant departAt = Api.now().plusSeconds(5 * 86_400);
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            requests.add(approved(departAt));
        }
        assertThat(assignAll(requests, driver))
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
    }

    private static String approved(Instant departAt) {
        Api requester = Api.as("requester");
        String id = requester.submit(requester.request(departAt, null));
        Api.as("approver")
                .post("requests/" + id + "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200);
        return id;
    }

    private static List<Integer> assignAll(List<String> requests, Map<String, Object> driver) throws Exception {
        Api dispatcher = Api.as("dispatcher");
        try (ExecutorService callers = Executors.newFixedThreadPool(ATTEMPTS)) {
            List<Future<Integer>> answers = requests.stream()
                    .map(request -> callers.submit(() -> dispatcher
                            .post(
                                    "orders",
                                    Map.of(
                                            "requestId", request,
                                            "vehicleId", driver.get("vehicleId"),
                                            "driverId", driver.get("id")))
                            .extract()
                            .statusCode()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    /** A driver of Shanghai on duty with a vehicle of the category. */
    private static Map<String, Object> onDuty(String category) {
        Api dispatcher = Api.as("dispatcher");
        List<Object> vehicles = dispatcher.all("vehicles").stream()
                .filter(vehicle -> category.equals(vehicle.get("category")))
                .filter(vehicle -> ((String) vehicle.get("regionCode")).startsWith("31"))
                .map(vehicle -> vehicle.get("id"))
                .toList();
        return dispatcher.all("drivers").stream()
                .filter(driver -> vehicles.contains(driver.get("vehicleId")))
                .findFirst()
                .orElseThrow();
    }
}
