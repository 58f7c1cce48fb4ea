package org.motorpool.dispatch.assignment;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Configuration of the printed order. */
@ConfigMapping(prefix = "motorpool.dispatch.slip")
public interface SlipConfig {

    /** Where people reach this installation, for the QR code; without it, where the one who prints reached it. */
    Optional<URI> publicUrl();
}
