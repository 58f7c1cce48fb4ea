/** Orders and plans over REST. */
@NullMarked
package org.motorpool.dispatch.assignment.web;

import org.jspecify.annotations.NullMarked;
