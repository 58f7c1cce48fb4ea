/** Commands to terminals: given and noted here, delivered by telematics. */
@NullMarked
package org.motorpool.dispatch.command;

import org.jspecify.annotations.NullMarked;
