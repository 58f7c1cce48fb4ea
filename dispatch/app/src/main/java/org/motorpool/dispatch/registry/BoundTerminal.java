package org.motorpool.dispatch.registry;

/** A terminal with the vehicle it reports for. */
public record BoundTerminal(TerminalBinding binding, VehicleFile vehicle) {}
