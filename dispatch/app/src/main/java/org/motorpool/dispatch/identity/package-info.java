/** Who is calling: local accounts, tokens, and the scope a token carries. */
@NullMarked
package org.motorpool.dispatch.identity;

import org.jspecify.annotations.NullMarked;
