/** The push connection, as people see it. `recovered` is shown for a moment after an interruption. */
export type Link =
  | { status: 'connecting' }
  | { status: 'open'; recovered: boolean }
  | { status: 'lost'; since: number; attempt: number; retryAt: number };

/** The link after it opened: recovered only when it had been lost. */
export function opened(before: Link): Link {
  return { status: 'open', recovered: before.status === 'lost' };
}

/** The link after it was lost; `since` stays at the first loss. */
export function lost(before: Link, now: number, attempt: number, retryIn_ms: number): Link {
  return { status: 'lost', since: before.status === 'lost' ? before.since : now, attempt, retryAt: now + retryIn_ms };
}
