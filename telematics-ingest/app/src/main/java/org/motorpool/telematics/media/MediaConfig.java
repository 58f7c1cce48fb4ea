package org.motorpool.telematics.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of media. */
@ConfigMapping(prefix = "motorpool.telematics.media")
public interface MediaConfig {

    /** Folder of the objects, on a volume that outlives the process. */
    @WithDefault("media")
    Path folder();

    /** Largest medium. */
    @WithDefault("16M")
    MemorySize objectMax();

    /** All media of one vehicle that are taken in on one day (UTC). */
    @WithDefault("512M")
    MemorySize dailyPerVehicle();

    /** Threads that write files and rows. */
    @WithDefault("2")
    int threads();

    /** How long the number of an alarm is good for bringing its attachments. */
    @WithDefault("24H")
    Duration requestValidity();

    /** A terminal that did not come with the attachments of an alarm is not asked again sooner. */
    @WithDefault("60S")
    Duration requestInterval();

    /** How long the written parts of an attachment wait for the others after its connection broke. */
    @WithDefault("30M")
    Duration resumeFor();

    /** Attachments under way at the same time. */
    @WithDefault("1000")
    int uploadsMax();
}
