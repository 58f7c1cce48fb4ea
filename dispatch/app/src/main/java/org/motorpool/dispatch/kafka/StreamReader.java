package org.motorpool.dispatch.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads records of a stream; what nobody can read is logged and skipped, so that it does not hold up the rest. */
@Singleton
class StreamReader {

    private static final Logger LOG = Logger.getLogger(StreamReader.class);

    private final ObjectMapper json;

    StreamReader(ObjectMapper json) {
        this.json = json;
    }

    <T> Optional<T> findEvent(Class<T> stream, @Nullable String record) {
        try {
            Optional<T> event = record == null ? Optional.empty() : Optional.ofNullable(json.readValue(record, stream));
            if (event.isEmpty()) {
                LOG.errorf("empty record of %s skipped", stream.getSimpleName());
            }
            return event;
        } catch (JsonProcessingException unreadable) {
            LOG.errorf(unreadable, "unreadable record of %s skipped", stream.getSimpleName());
            return Optional.empty();
        }
    }
}
