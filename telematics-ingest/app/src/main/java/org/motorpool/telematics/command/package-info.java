/** Commands to terminals: kept in a table until they are delivered, answered, failed or expired. */
@NullMarked
package org.motorpool.telematics.command;

import org.jspecify.annotations.NullMarked;
