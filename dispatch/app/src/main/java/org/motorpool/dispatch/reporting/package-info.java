/** Annual report 年度统计报告, dashboards and exports, over read-only queries (ADR 0015); submissions are frozen. */
@NullMarked
package org.motorpool.dispatch.reporting;

import org.jspecify.annotations.NullMarked;
