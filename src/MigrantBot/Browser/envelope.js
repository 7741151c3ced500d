// Envelope v1 (docs/formats.md): what is told travels sealed, bound to its report, its envelope and its direction.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from './hpke.js';
import { concat, random, utf8 } from './bytes.js';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const info = utf8('mb1|key');
const VERSION = 1;
const ENC = 65;
const NONCE = 12;
const STEP = 2048;

/** Where an envelope belongs; sealed and signed with it. */
export const binding = ({ report, id, direction }) => utf8(`mb1|${report}|${id}|${direction}`);

/** Opens an envelope for one recipient's pair. Rejects when a bit differs, or when it was moved to another place. */
export async function open(place, body, sealedKey, pair) {
  if (body[0] !== VERSION)
    throw new Error('This envelope was made by a newer version of the program.');
  const ad = binding(place);
  const key = await suite.open({ recipientKey: pair, enc: sealedKey.slice(0, ENC), info }, sealedKey.slice(ENC), ad);
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const padded = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: body.slice(1, 1 + NONCE), additionalData: ad }, aes, body.slice(1 + NONCE));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpad(new Uint8Array(padded))));
}

/** Seals for recipients given by their public keys (CryptoKey); the keys come back in the same order. */
export async function seal(place, content, recipients) {
  const ad = binding(place);
  const key = random(32);
  const nonce = random(NONCE);
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: ad }, aes, pad(utf8(JSON.stringify(content))));
  const keys = await Promise.all(recipients.map(async recipientPublicKey => {
    const { enc, ct } = await suite.seal({ recipientPublicKey, info }, key, ad);
    return concat(enc, ct);
  }));
  return { body: concat([VERSION], nonce, sealed), keys };
}

function pad(plain) {
  const padded = new Uint8Array(Math.ceil((plain.length + 1) / STEP) * STEP);
  padded.set(plain);
  padded[plain.length] = 0x80;
  return padded;
}

function unpad(padded) {
  const end = padded.findLastIndex(byte => byte !== 0);
  if (padded.length % STEP !== 0 || padded[end] !== 0x80)
    throw new Error('The padding of this envelope is broken.');
  return padded.subarray(0, end);
}
