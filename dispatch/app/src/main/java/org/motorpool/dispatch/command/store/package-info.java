/** Rows of commands. */
@NullMarked
package org.motorpool.dispatch.command.store;

import org.jspecify.annotations.NullMarked;
