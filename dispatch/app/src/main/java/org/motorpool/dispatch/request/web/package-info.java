/** Use requests over REST. */
@NullMarked
package org.motorpool.dispatch.request.web;

import org.jspecify.annotations.NullMarked;
