/** Every kilometre and every ignition-on period attributed to what it was driven for. */
@NullMarked
package org.motorpool.dispatch.reconciliation;

import org.jspecify.annotations.NullMarked;
