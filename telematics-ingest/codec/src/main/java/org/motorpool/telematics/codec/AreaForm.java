package org.motorpool.telematics.codec;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How areas lie in a body. Only the first of each version is written; the others are what is found too. */
enum AreaForm {
    V2013,
    V2019,
    /** Has the number of this packet behind that of all, and points of a route without their id and with one time. */
    V2011,
    /** Has times and limits whatever the attributes say; some platforms write that. */
    V2013_WHOLE,
    /** The same with names, and limits at night but in routes. */
    V2019_WHOLE;

    private static final List<AreaForm> FORMS_2013 = List.of(V2013, V2011, V2013_WHOLE);
    private static final List<AreaForm> FORMS_2019 = List.of(V2019, V2013, V2019_WHOLE);

    static AreaForm written(ProtocolVersion version) {
        return likely(version).getFirst();
    }

    /** The form in which the layout ends with the body; else that of the standard. */
    static AreaForm of(ProtocolVersion version, FieldReader in, BiConsumer<AreaForm, FieldReader> layout) {
        @Nullable AreaForm fitting = fitting(version, in, layout);
        return fitting == null ? written(version) : fitting;
    }

    /** The form in which the layout ends with the body, null when there is none. */
    static @Nullable AreaForm fitting(
            ProtocolVersion version, FieldReader in, BiConsumer<AreaForm, FieldReader> layout) {
        for (AreaForm form : likely(version)) {
            if (in.fits(trial -> layout.accept(form, trial))) {
                return form;
            }
        }
        return null;
    }

    private static List<AreaForm> likely(ProtocolVersion version) {
        return switch (version) {
            case V2013 -> FORMS_2013;
            case V2019 -> FORMS_2019;
        };
    }

    boolean countedTwice() {
        return this == V2011;
    }

    /** Whether times and limits are there without their bits. */
    boolean whole() {
        return this == V2013_WHOLE || this == V2019_WHOLE;
    }

    /** Whether an area has a name, and its limit one of the night. */
    boolean named() {
        return this == V2019 || this == V2019_WHOLE;
    }

    boolean limitedAtNightOnRoutes() {
        return this == V2019;
    }
}
