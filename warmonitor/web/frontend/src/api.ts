// Talking to the server that this page came from, and to no other.

export interface Failing {
  what: string;
  field?: string | null;
  mend?: string | null;
  rulings?: unknown[];
  seen?: string | null;
}

/** The server's own words about what is wrong and what to do. */
export class Refused extends Error {
  readonly status: number;
  readonly failing: Failing;

  constructor(status: number, failing: Failing) {
    super([failing.what, failing.mend].filter(Boolean).join(' '));
    this.status = status;
    this.failing = failing;
  }
}

const told = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

async function answer(response: Response): Promise<Response> {
  if (response.ok) return response;
  let failing: Failing = { what: `The server answered ${response.status}.`, mend: 'Reload the page.' };
  try {
    const body: unknown = await response.json();
    if (body && typeof body === 'object' && 'error' in body) failing = body.error as Failing;
  } catch {
    // no JSON: the status must do
  }
  throw new Refused(response.status, failing);
}

export async function json<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { headers: { Accept: 'application/json' }, signal: signal ?? null });
  return (await (await answer(response)).json()) as T;
}

export async function part(address: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(address, { headers: { Accept: 'text/html' }, signal: signal ?? null });
  return (await answer(response)).text();
}

export async function post<T>(address: string, body: unknown): Promise<T> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': told('csrf') },
    body: JSON.stringify(body),
  });
  return (await (await answer(response)).json()) as T;
}

/** Runs one request at a time: a newer one ends the older, whose answer nobody waits for any more. */
export class Latest {
  #control: AbortController | null = null;

  async run<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#control?.abort();
    const control = new AbortController();
    this.#control = control;
    try {
      return await ask(control.signal);
    } catch (error) {
      if (control.signal.aborted) return null;
      throw error;
    }
  }
}
