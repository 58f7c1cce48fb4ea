package org.motorpool.dispatch.operation;

import org.motorpool.dispatch.contract.OperationApi.PlannedRequest;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;

/**
 * One request an operation asks for.
 *
 * @param key names it within the operation, whatever else changes
 * @param slot what it is counted under on the board
 */
record Item(String key, String slot, NewRequest request) {

    /** The same for the same request. */
    String fingerprint() {
        return "%s|%s|%d|%s|%s|%s|%s"
                .formatted(
                        request.purpose(),
                        request.category(),
                        request.passengers(),
                        request.pickup(),
                        request.dropoff(),
                        request.departAt(),
                        request.returnAt());
    }

    PlannedRequest planned(String change) {
        return new PlannedRequest(
                key,
                slot,
                request.purpose(),
                request.category(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                change);
    }
}
