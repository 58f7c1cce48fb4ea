/** What every feature of dispatch needs: problems, the outbox, push, scoped transactions. */
@NullMarked
package org.motorpool.dispatch;

import org.jspecify.annotations.NullMarked;
