package org.motorpool.dispatch.compliance;

/** From how many days without an order on a vehicle is idle 闲置. */
public record IdleRule(int days, String clause) {}
