package org.motorpool.dispatch.registry;

import java.util.UUID;

/**
 * A terminal 车载终端 bound to a vehicle.
 *
 * @param phone terminal phone number of the frame header, 11 to 20 digits; leading zeros do not tell terminals apart
 * @param terminalId manufacturer's id
 * @param protocolVersion 2013 or 2019
 */
public record TerminalBinding(String phone, String terminalId, int protocolVersion, UUID vehicleId) {

    /** The number without leading zeros, as the gateway knows it. */
    public String number() {
        return phone.replaceFirst("^0+", "");
    }
}
