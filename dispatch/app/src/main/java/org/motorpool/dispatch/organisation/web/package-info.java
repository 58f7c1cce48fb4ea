/** Units and regions over REST. */
@NullMarked
package org.motorpool.dispatch.organisation.web;

import org.jspecify.annotations.NullMarked;
