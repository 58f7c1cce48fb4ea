/** REST of fleet sizing. */
@NullMarked
package org.motorpool.dispatch.sizing.web;

import org.jspecify.annotations.NullMarked;
