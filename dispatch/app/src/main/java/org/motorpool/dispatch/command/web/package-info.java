/** Commands over REST. */
@NullMarked
package org.motorpool.dispatch.command.web;

import org.jspecify.annotations.NullMarked;
