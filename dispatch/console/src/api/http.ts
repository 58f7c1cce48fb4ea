import { newUuid } from './uuid';
import type { Problem } from './types';

/** A call that failed: what the server said, or what kept us from asking it. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${problem.status}`);
    this.name = 'ApiError';
  }
}

/** Any failure as a problem that can be shown. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof ApiError) return failure.problem;
  return { status: 0, title: '程序错误 / Internal error', detail: String(failure), code: 'console-error' };
}

/** Reads a failed answer; anything that is not problem+json still gives status and path. */
export async function problemFrom(response: Response): Promise<Problem> {
  const body = await response.text();
  try {
    const problem = JSON.parse(body) as Partial<Problem>;
    if (typeof problem.detail === 'string' || typeof problem.title === 'string') {
      return { ...problem, status: response.status };
    }
  } catch {
    // not JSON: described by its status below
  }
  return {
    status: response.status,
    code: `http-${response.status}`,
    title: '服务返回错误 / The server answered with an error',
    detail: `HTTP ${response.status}：${new URL(response.url).pathname}`,
  };
}

/** Calls `api/v1/…` with the bearer token; hands a 401 to `onUnauthorised` before it throws. */
export class HttpClient {
  constructor(
    private readonly token: string | null,
    private readonly onUnauthorised: () => void = () => undefined,
  ) {}

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.json<T>(path, { method: 'GET', signal });
  }

  post<T>(path: string, body: unknown): Promise<T> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': newUuid() };
    return this.json<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** The raw answer, for streams. Throws `ApiError` unless it is a success. */
  async open(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', 'zh-CN');
    if (!headers.has('Accept')) headers.set('Accept', 'application/json');
    if (this.token) headers.set('Authorization', `Bearer ${this.token}`);
    const response = await this.fetch(path, { ...init, headers });
    if (response.ok) return response;
    if (response.status === 401 && this.token) this.onUnauthorised();
    throw new ApiError(await problemFrom(response));
  }

  private async json<T>(path: string, init: RequestInit): Promise<T> {
    const response = await this.open(path, init);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`api/v1/${path}`, init);
    } catch (failure) {
      if (init.signal?.aborted) throw failure;
      throw new ApiError({
        status: 0,
        code: 'unreachable',
        title: '无法连接服务器',
        detail: '无法连接服务器，请检查网络后重试 / The server cannot be reached; check the network and try again.',
      });
    }
  }
}
