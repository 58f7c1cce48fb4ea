/** Offers, agreements and tariffs over REST. */
@NullMarked
package org.motorpool.dispatch.sharing.web;

import org.jspecify.annotations.NullMarked;
