// A moderator's keys are made here and leave this browser only wrapped under the passcode (docs/formats.md).
import { concat, random, toBase64, utf8 } from './bytes.js';

const ROUNDS = 600_000;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BOX = { name: 'ECDH', namedCurve: 'P-256' };
const SIGN = { name: 'ECDSA', namedCurve: 'P-256' };

/** 80 random bits as four groups of four letters and digits that are hard to confuse. */
export const freshPasscode = () =>
  Array.from(random(16), byte => ALPHABET[byte & 31]).join('').replace(/(.{4})(?=.)/g, '$1-');

/** What was meant, however it was typed: hyphens, spaces and case do not matter, O is 0, I and L are 1. */
export const canonical = typed =>
  typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** Everything that the server is to know of a new moderator's keys. They are bound to the id that it has drawn for the moderator. */
export async function enrol(id, passcode) {
  const box = await crypto.subtle.generateKey(BOX, true, ['deriveBits']);
  const sign = await crypto.subtle.generateKey(SIGN, true, ['sign', 'verify']);
  const salt = random(16);
  return {
    boxKey: toBase64(await crypto.subtle.exportKey('raw', box.publicKey)),
    signKey: toBase64(await crypto.subtle.exportKey('raw', sign.publicKey)),
    wrappedKeys: toBase64(await wrap(id, passcode, salt, box.privateKey, sign.privateKey)),
    salt: toBase64(salt),
    iterations: ROUNDS,
  };
}

/**
 * The pairs, usable in this page and readable by nobody; rejects when the passcode is another. The public halves come from the private ones: what the server
 * says of them could be somebody else's.
 */
export async function unwrap({ id, wrapped, salt, iterations }, passcode) {
  const key = await wrappingKey(passcode, salt, iterations);
  const plain = new Uint8Array(await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: wrapped.slice(0, 12), additionalData: boundTo(id) }, key, wrapped.slice(12)));
  const length = new DataView(plain.buffer).getUint16(0);
  const [box, sign] = [plain.slice(2, 2 + length), plain.slice(2 + length)];
  try {
    return {
      id,
      box: { privateKey: await crypto.subtle.importKey('pkcs8', box, BOX, false, ['deriveBits']), publicKey: await publicHalf(box, BOX, ['deriveBits'], []) },
      sign: await crypto.subtle.importKey('pkcs8', sign, SIGN, false, ['sign']),
      signKey: new Uint8Array(await crypto.subtle.exportKey('raw', await publicHalf(sign, SIGN, ['sign'], ['verify']))),
    };
  } finally {
    for (const bytes of [plain, box, sign])
      bytes.fill(0);
  }
}

async function publicHalf(pkcs8, algorithm, uses, usesOfPublic) {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, uses));
  return crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, true, usesOfPublic);
}

async function wrap(id, passcode, salt, box, sign) {
  const first = await crypto.subtle.exportKey('pkcs8', box);
  const second = await crypto.subtle.exportKey('pkcs8', sign);
  const length = new Uint8Array(2);
  new DataView(length.buffer).setUint16(0, first.byteLength);
  const nonce = random(12);
  const key = await wrappingKey(passcode, salt, ROUNDS);
  return concat(nonce, await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: boundTo(id) }, key, concat(length, first, second)));
}

async function wrappingKey(passcode, salt, iterations) {
  const base = await crypto.subtle.importKey('raw', utf8(canonical(passcode)), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const boundTo = id => utf8(`mb1|mod|${id}`);
