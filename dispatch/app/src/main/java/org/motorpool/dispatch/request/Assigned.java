package org.motorpool.dispatch.request;

import java.util.UUID;
import org.motorpool.dispatch.contract.OrderApi;

/**
 * The vehicle a request got.
 *
 * @param sharing OWN_UNIT, CROSS_DEPARTMENT or CROSS_REGION
 * @param vehicleUnitId unit of the vehicle; it sees the request from now on
 */
public record Assigned(OrderApi.OrderSummary order, String sharing, UUID vehicleUnitId, String vehicleUnitPath) {}
