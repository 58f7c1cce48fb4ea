package org.motorpool.dispatch.request.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Columns of this package that hold JSON, and rows read as JSON. */
@Singleton
class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    <T> T read(Class<T> type, String text) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row cannot be read as %s".formatted(type), impossible);
        }
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("%s cannot be written as JSON".formatted(value.getClass()), impossible);
        }
    }
}
