package org.motorpool.dispatch.compliance;

/**
 * A vehicle category in force in a jurisdiction.
 *
 * @param jurisdiction GB/T 2260 of the province that made it, 100000 for the national ones
 * @param nationalClass JYTX, YJBZ, ZFZQ, TZZY or QT
 */
public record VehicleCategory(String jurisdiction, String code, String name, String nationalClass) {}
