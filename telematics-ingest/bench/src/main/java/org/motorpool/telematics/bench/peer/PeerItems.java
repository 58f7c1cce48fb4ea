package org.motorpool.telematics.bench.peer;

import io.github.yezhihao.protostar.PrepareLoadStrategy;
import io.github.yezhihao.protostar.schema.MapSchema;
import io.github.yezhihao.protostar.schema.NumberSchema;

/** Additional information items of a location report: a byte for the number, a byte for the length, the value. */
public final class PeerItems extends MapSchema<Number, Object> {
    public PeerItems() {
        super(NumberSchema.BYTE_INT, 1);
    }

    @Override
    protected void addSchemas(PrepareLoadStrategy<Number> items) {
        items.addSchema(0x01, NumberSchema.DWORD_LONG)
                .addSchema(0x02, NumberSchema.WORD_INT)
                .addSchema(0x03, NumberSchema.WORD_INT)
                .addSchema(0x04, NumberSchema.WORD_INT)
                .addSchema(0x25, NumberSchema.DWORD_LONG)
                .addSchema(0x2a, NumberSchema.WORD_INT)
                .addSchema(0x2b, NumberSchema.DWORD_LONG)
                .addSchema(0x30, NumberSchema.BYTE_INT)
                .addSchema(0x31, NumberSchema.BYTE_INT);
    }
}
