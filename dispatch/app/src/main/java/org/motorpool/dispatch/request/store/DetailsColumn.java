package org.motorpool.dispatch.request.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RequestDetailApi.Details;

/** Details of a request as the JSON of column {@code details}; what a later version no longer knows is left out. */
@Converter
@Immutable
class DetailsColumn implements AttributeConverter<Details, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Details details) {
        try {
            return details == null ? null : JSON.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("details cannot be written as JSON", impossible);
        }
    }

    @Override
    public @Nullable Details convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Details.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the details of a request cannot be read", impossible);
        }
    }
}
