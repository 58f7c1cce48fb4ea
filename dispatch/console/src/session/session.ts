import type { Role, Token } from '../api/types';
import { Cell } from '../store/cell';

/** Who is signed in, until when. */
export interface Session {
  token: string;
  expiresAt: number;
  name: string;
  unitName: string;
  roles: Role[];
}

const KEY = 'motorpool.session';

/** The session of this browser tab; it lives in sessionStorage and ends with the token. */
export const session = new Cell<Session | null>(restore());

/** Why the last session ended, for the sign-in page. */
export const endedBecause = new Cell<'expired' | null>(null);

let expiry: ReturnType<typeof setTimeout> | undefined;

export function begin(token: Token, now: number = Date.now()): void {
  const { access_token, expires_in, name, unitName, roles } = token;
  const begun: Session = { token: access_token, expiresAt: now + expires_in * 1_000, name, unitName, roles };
  sessionStorage.setItem(KEY, JSON.stringify(begun));
  endedBecause.set(null);
  watchExpiry(begun);
  session.set(begun);
}

export function end(reason: 'expired' | null): void {
  clearTimeout(expiry);
  sessionStorage.removeItem(KEY);
  endedBecause.set(reason);
  session.set(null);
}

function restore(): Session | null {
  const text = globalThis.sessionStorage?.getItem(KEY);
  if (!text) return null;
  const stored = JSON.parse(text) as Session;
  if (stored.expiresAt <= Date.now()) {
    sessionStorage.removeItem(KEY);
    return null;
  }
  watchExpiry(stored);
  return stored;
}

function watchExpiry(begun: Session): void {
  clearTimeout(expiry);
  const left_ms = Math.min(begun.expiresAt - Date.now(), 2 ** 31 - 1);
  expiry = setTimeout(() => end('expired'), left_ms);
}
