package org.motorpool.dispatch.registry;

/**
 * A photo to add.
 *
 * @param subject FRONT, SIDE, REAR, INTERIOR, MARKING or CERTIFICATE
 */
public record NewPhoto(String subject, PhotoImage image) {}
