/** The driver's API: a client of dispatch's REST contract, in the words of a phone. */
@NullMarked
package org.motorpool.mobile;

import org.jspecify.annotations.NullMarked;
