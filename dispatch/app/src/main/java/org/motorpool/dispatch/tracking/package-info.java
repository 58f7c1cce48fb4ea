/** Where vehicles are and were: latest positions for the map, tracks by purpose. */
@NullMarked
package org.motorpool.dispatch.tracking;

import org.jspecify.annotations.NullMarked;
