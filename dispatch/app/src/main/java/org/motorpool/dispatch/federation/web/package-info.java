/** Services between regions over REST. */
@NullMarked
package org.motorpool.dispatch.federation.web;

import org.jspecify.annotations.NullMarked;
