/** The real platform as a benchmark sees it: its process, its database, its tokens. */
@NullMarked
package org.motorpool.dispatch.bench.platform;

import org.jspecify.annotations.NullMarked;
