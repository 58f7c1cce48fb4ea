/** Operations over REST. */
@NullMarked
package org.motorpool.dispatch.operation.web;

import org.jspecify.annotations.NullMarked;
