/** One event of a `text/event-stream`. */
export interface SseEvent {
  event: string;
  data: string;
  id: string;
}

/**
 * Turns chunks of a `text/event-stream` into events, as the HTML standard says: LF, CRLF or CR ends a line, a blank line
 * ends an event, `:` begins a comment, several `data` lines are joined by LF. A chunk may end anywhere.
 */
export class SseParser {
  private rest = '';
  private afterCr = false;
  private event = '';
  private data: string[] = [];
  private id = '';

  push(chunk: string): SseEvent[] {
    const events: SseEvent[] = [];
    for (const line of this.linesOf(chunk)) {
      if (line === '') this.endEvent(events);
      else this.readLine(line);
    }
    return events;
  }

  private linesOf(chunk: string): string[] {
    let text = chunk;
    if (this.afterCr && text.startsWith('\n')) text = text.slice(1);
    if (text === '') return [];
    this.afterCr = text.endsWith('\r');
    const lines = (this.rest + text).split(/\r\n|\r|\n/);
    this.rest = lines.pop() ?? '';
    return lines;
  }

  private readLine(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const raw = colon < 0 ? '' : line.slice(colon + 1);
    const value = raw.startsWith(' ') ? raw.slice(1) : raw;
    if (field === 'event') this.event = value;
    else if (field === 'data') this.data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.id = value;
  }

  private endEvent(events: SseEvent[]): void {
    if (this.data.length > 0) {
      events.push({ event: this.event || 'message', data: this.data.join('\n'), id: this.id });
    }
    this.event = '';
    this.data = [];
  }
}
