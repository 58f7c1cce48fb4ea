package org.motorpool.dispatch.registry;

/**
 * A charger or the battery of a vehicle is not what it was; told after the commit.
 *
 * @param unitPath of the unit whose charger or vehicle it is: units above and below it are concerned
 */
public record EnergyChanged(String unitPath) {}
