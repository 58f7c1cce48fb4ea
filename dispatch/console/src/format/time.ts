const ZONE = 'Asia/Shanghai';
const BEIJING_MS = 8 * 3_600_000;

const DATE = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: '2-digit', day: '2-digit', weekday: 'short' });
const CLOCK = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const CLOCK_SECONDS = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, timeStyle: 'medium', hourCycle: 'h23' });

/** 11-23 周一, in Asia/Shanghai whatever the browser's zone. */
export function day(instant: string | number): string {
  const parts = new Map(DATE.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return `${parts.get('month')}-${parts.get('day')} ${parts.get('weekday')}`;
}

/** 14:30 */
export function clock(instant: string | number): string {
  return CLOCK.format(new Date(instant));
}

/** 14:30:05 */
export function clockSeconds(instant: string | number): string {
  return CLOCK_SECONDS.format(new Date(instant));
}

/** 11-23 周一 14:30–17:00; the second day is named when it is another one. */
export function period(from: string, to: string): string {
  const end = day(from) === day(to) ? clock(to) : `${day(to)} ${clock(to)}`;
  return `${day(from)} ${clock(from)}–${end}`;
}

/** How long ago, in the largest unit that fits: 3 秒前, 2 分钟前, 5 小时前, 4 天前. */
export function age(instant: string | number, now: number = Date.now()): string {
  const seconds = Math.max(0, Math.floor((now - new Date(instant).getTime()) / 1_000));
  if (seconds < 60) return `${seconds} 秒前`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} 分钟前`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} 小时前`;
  return `${Math.floor(seconds / 86_400)} 天前`;
}

/** What a `datetime-local` input shows for the instant, in Beijing time. */
export function toInput(instant: string): string {
  return new Date(new Date(instant).getTime() + BEIJING_MS).toISOString().slice(0, 16);
}

/** The instant of what a `datetime-local` input says in Beijing time; null while it says none. */
export function fromInput(text: string): string | null {
  const at = new Date(`${text}:00+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
