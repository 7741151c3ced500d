const encoder = new TextEncoder();

export const utf8 = text => encoder.encode(text);

export const fromBase64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

export const toBase64 = bytes => btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join(''));

export const toHex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

export const random = length => crypto.getRandomValues(new Uint8Array(length));

export function concat(...parts) {
  const arrays = parts.map(part => new Uint8Array(part));
  const whole = new Uint8Array(arrays.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of arrays) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
