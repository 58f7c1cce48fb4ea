/** The live map and tracks over REST. */
@NullMarked
package org.motorpool.dispatch.tracking.web;

import org.jspecify.annotations.NullMarked;
