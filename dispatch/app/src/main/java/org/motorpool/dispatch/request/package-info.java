/** Use requests 用车申请 and their approval. */
@NullMarked
package org.motorpool.dispatch.request;

import org.jspecify.annotations.NullMarked;
