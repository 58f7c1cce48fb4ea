/** What may be used of other units, and at what price: pool offers 共享, agreements 协议, tariffs 收费标准. */
@NullMarked
package org.motorpool.dispatch.sharing;

import org.jspecify.annotations.NullMarked;
