/** Tokens over REST. */
@NullMarked
package org.motorpool.dispatch.identity.web;

import org.jspecify.annotations.NullMarked;
