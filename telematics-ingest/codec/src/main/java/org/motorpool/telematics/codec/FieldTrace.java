package org.motorpool.telematics.codec;

import java.util.List;

/**
 * Where a {@link FieldReader} that traces puts its lines, and what they need to know.
 *
 * @param offset of the body in its frame
 * @param version form of the header
 */
record FieldTrace(int offset, ProtocolVersion version, List<Explain.Line> lines) {}
