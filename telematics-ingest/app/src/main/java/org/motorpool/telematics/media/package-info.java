/** Keeps photos, recordings and alarm attachments: the bytes in an object store, what is known of them in a table. */
@NullMarked
package org.motorpool.telematics.media;

import org.jspecify.annotations.NullMarked;
