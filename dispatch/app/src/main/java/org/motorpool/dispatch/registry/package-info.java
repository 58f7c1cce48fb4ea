/** Vehicles on file 一车一档, drivers, and the terminals bound to vehicles. */
@NullMarked
package org.motorpool.dispatch.registry;

import org.jspecify.annotations.NullMarked;
