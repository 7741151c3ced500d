// Calls to the server. A session that is over leads to the entrance; any other answer is the caller's to understand.
// No answer at all has the status 0.
import { untouched } from './touch.js';

export const get = path => call(path, { method: 'GET' });

/** `request`: what else the browser should know of it, as `{ keepalive: true }` for one that outlives the page. */
export const post = (path, content = {}, request = {}) => call(path, {
  ...request,
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-MB': '1' },
  body: JSON.stringify(content),
});

const remembered = new Map();

/** The answer to what does not change while the page is open, asked for once; null where there is none, and then the next asking tries again. */
export async function recall(path) {
  if (!remembered.has(path)) {
    const { ok, content } = await get(path);
    if (!ok)
      return null;
    remembered.set(path, content);
  }
  return remembered.get(path);
}

/** What the page asks by itself, with nobody there, is not to keep the session alive. */
const LEFT_ALONE = 60_000;
const signs = () => untouched() > LEFT_ALONE ? { 'X-MB-Idle': '1' } : {};

async function call(path, request) {
  const response = await fetch(`/console/api/${path}`, {
    ...request, headers: { ...request.headers, ...signs() }, cache: 'no-store', credentials: 'same-origin',
  }).catch(() => null);
  if (response === null)
    return { ok: false, status: 0, content: null };
  if (response.status === 401)
    location.replace('/console/enter');
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  return { ok: response.ok, status: response.status, content: isJson ? await response.json() : null };
}
